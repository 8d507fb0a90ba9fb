import type { Person } from '#domain/keys/keyring.ts'
import type { App } from '#server/app.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import type { Reader } from '#server/store/database.ts'
import { endRenewalsOf } from '#server/store/invitation.store.ts'
import { askForRotation, deleteKeysOf, HOLDERS, listHoldings, listRecipients } from '#server/store/keys.store.ts'
import { oneAtATime } from '#server/store/setting.store.ts'
import { forgetAddress, listStaff, removeRoles, shutWayIn } from '#server/store/staff.store.ts'

/** Everyone who works here, what they may do and what they can open. */
export async function listPeople(app: { readonly db: Reader }): Promise<readonly Person[]> {
  const [staff, recipients, holdings] = [
    await listStaff(app.db),
    await listRecipients(app.db),
    await listHoldings(app.db),
  ]
  return staff.map((member) => ({
    ...member,
    recipient: recipients.get(member.id),
    holds: holdings
      .filter((holding) => holding.member === member.id)
      .map(({ audience, generation }) => ({ audience, generation })),
  }))
}

/** Everyone who works here, for a member to read: where each gets e-mail is the administrators' to know. */
export async function listPeopleFor(
  app: { readonly db: Reader },
  { roles }: Pick<Staff, 'roles'>,
): Promise<readonly Person[]> {
  const people = await listPeople(app)
  return roles.includes('administrator') ? people : people.map(({ email: _hidden, ...person }) => person)
}

/** Why a member cannot be removed now. */
export type RemovalRefusal = 'unknown' | 'yourself' | 'last-holder'

/**
 * Removes a member: they can no longer sign in, and their keys are forgotten. New pairs are asked for in
 * place of those they held, for they may have kept them. Their name stays with what they recorded; their address goes.
 *
 * @returns why not, or undefined when it is done.
 * @source DESIGN 7 "removing one rotates the current key"
 */
export async function removeMember(
  app: Pick<App, 'db' | 'now'>,
  by: Pick<Staff, 'id'>,
  member: string,
): Promise<RemovalRefusal | undefined> {
  if (by.id === member) return 'yourself'
  return app.db.transaction().execute(async (trx) => {
    // Two removals at once of the two last holders of a key must not each count on the other.
    await oneAtATime(trx, HOLDERS)
    const people = await listPeople({ db: trx })
    const leaver = people.find(({ id }) => id === member)
    if (!leaver) return 'unknown'
    if (!leaver.holds.every((held) => isHeldByAnother(people, member, held))) return 'last-holder'
    await shutWayIn(trx, member)
    await removeRoles(trx, member)
    await forgetAddress(trx, member)
    await endRenewalsOf(trx, member)
    await deleteKeysOf(trx, member)
    await askForRotation(trx, [...new Set(leaver.holds.map(({ audience }) => audience))], app.now())
    await logAccess(trx, { at: app.now(), staff: by.id, act: 'member-removed' })
    return undefined
  })
}

function isHeldByAnother(people: readonly Person[], member: string, held: Person['holds'][number]): boolean {
  return people.some(
    ({ id, holds }) =>
      id !== member && holds.some((own) => own.audience === held.audience && own.generation === held.generation),
  )
}
