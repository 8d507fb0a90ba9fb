import { sql, type Transaction } from 'kysely'
import { isRole, type Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import type { Tables } from '#server/store/tables.ts'

/** A new member of staff with a password. */
export type NewStaff = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly roles: readonly Role[]
  readonly at: Instant
}

/** Adds a member with a password to sign in with. Their second factor is still to be set. */
export async function insertStaff(trx: Transaction<Tables>, staff: NewStaff): Promise<void> {
  const moments = { created_at: staff.at, updated_at: staff.at }
  await trx
    .insertInto('staff')
    .values({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      // Written as SQL: one of the databases will not take 1 for a boolean, the other not always true.
      email_verified: sql<boolean>`true`,
      image: null,
      second_factor_enabled: sql<boolean>`false`,
      ...moments,
    })
    .execute()
  await insertPassword(trx, { staff: staff.id, passwordHash: staff.passwordHash, at: staff.at })
  await insertRoles(trx, staff.id, staff.roles)
}

/** Gives a member a password; they must have none. */
export async function insertPassword(
  trx: Transaction<Tables>,
  { staff, passwordHash, at }: { readonly staff: string; readonly passwordHash: string; readonly at: Instant },
): Promise<void> {
  await trx
    .insertInto('staff_account')
    .values({
      id: `password-${staff}`,
      account_id: staff,
      provider_id: 'credential',
      user_id: staff,
      password: passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

async function insertRoles(trx: Transaction<Tables>, staff: string, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return
  await trx
    .insertInto('staff_role')
    .values(roles.map((role) => ({ staff, role })))
    .execute()
}

/** Takes away password, second factor and sessions: the way in has to be made anew, or stays shut. */
export async function shutWayIn(trx: Transaction<Tables>, staff: string): Promise<void> {
  await trx.deleteFrom('staff_session').where('user_id', '=', staff).execute()
  await trx.deleteFrom('second_factor').where('user_id', '=', staff).execute()
  await trx.deleteFrom('staff_account').where('user_id', '=', staff).execute()
  await trx.updateTable('staff').set({ second_factor_enabled: sql<boolean>`false` }).where('id', '=', staff).execute()
}

/** Takes every role from a member. Their name stays: records say who made them. */
export async function removeRoles(trx: Transaction<Tables>, staff: string): Promise<void> {
  await trx.deleteFrom('staff_role').where('staff', '=', staff).execute()
}

/** Forgets where a member got e-mail: nothing reaches them there any more, and whoever comes back may have it again. */
export async function forgetAddress(trx: Transaction<Tables>, staff: string): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ email: `${staff}@removed.invalid` })
    .where('id', '=', staff)
    .execute()
}

/** The roles of a member; none when there is no such member. */
export async function rolesOf(db: Reader, staff: string): Promise<readonly Role[]> {
  const rows = await db.selectFrom('staff_role').select('role').where('staff', '=', staff).orderBy('role').execute()
  return rows.map((row) => row.role).filter(isRole)
}

/** Tells whether a member has this e-mail address. */
export async function hasStaffWithEmail(db: Reader, email: string): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}

/** The address a member signs in with. @throws when there is no such member. */
export async function getStaffEmail(db: Reader, staff: string): Promise<string> {
  return (await db.selectFrom('staff').select('email').where('id', '=', staff).executeTakeFirstOrThrow()).email
}

/** The address a member signs in with; undefined when there is no such member. */
export async function findStaffEmail(db: Reader, staff: string): Promise<string | undefined> {
  return (await db.selectFrom('staff').select('email').where('id', '=', staff).executeTakeFirst())?.email
}

/** Tells whether anyone holds a role. */
export async function isRoleHeld(db: Reader, role: Role): Promise<boolean> {
  return (await db.selectFrom('staff_role').select('staff').where('role', '=', role).executeTakeFirst()) !== undefined
}

/** The ids of the members who hold a role, in order of joining. */
export async function listHoldersOf(db: Reader, role: Role): Promise<readonly string[]> {
  return (await listStaff(db)).filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
}

/** The members who hold at least one role, with their roles, in order of joining. */
export async function listStaff(
  db: Reader,
): Promise<readonly { readonly id: string; readonly name: string; readonly email: string; readonly roles: Role[] }[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.email', 'staff_role.role'])
    .orderBy('staff.created_at')
    .orderBy('staff.id')
    .orderBy('staff_role.role')
    .execute()
  const people = new Map<string, { id: string; name: string; email: string; roles: Role[] }>()
  for (const { id, name, email, role } of rows) {
    const person = people.get(id) ?? { id, name, email, roles: [] }
    if (isRole(role)) person.roles.push(role)
    people.set(id, person)
  }
  return [...people.values()]
}

/** The names of members by id, those who have left too: records say who made them. */
export async function namesOfStaff(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
