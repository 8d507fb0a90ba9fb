import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { findConflict, type Role } from '#domain/roles.ts'
import { addHours } from '#domain/time/instant.ts'
import { pathTo } from '#i18n/paths.ts'
import type { App } from '#server/app.ts'
import { INVITATION_MAC, type InvitationProblem, problemOf } from '#server/sign-in/accept-invitation.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { endRenewalsOf, findInvitation, insertInvitation } from '#server/store/invitation.store.ts'
import { rolesOf } from '#server/store/staff.store.ts'
import type { InvitationTable } from '#server/store/tables.ts'

type Parts = Pick<App, 'config' | 'db' | 'now' | 'macs' | 'randomBytes'>

const INVITATION_HOURS = 7 * 24

/** A one-time link, shown once: only a MAC of its token is kept. */
export type Link = { readonly link: string; readonly expiresAt: string }

/**
 * Makes a one-time link for a new member with these roles. The token is in the fragment, which browsers
 * do not send: it is in no server's log.
 *
 * @returns undefined when one person may not hold these roles together, or there are none.
 */
export async function inviteMember(
  app: Parts,
  by: Pick<Staff, 'id'>,
  { roles, language }: { readonly roles: readonly Role[]; readonly language: Language },
): Promise<Link | undefined> {
  if (roles.length === 0 || findConflict(roles)) return undefined
  return makeLink(app, by, { kind: 'invitation', roles, forStaff: undefined, language })
}

/**
 * Makes a one-time link with which a member who lost password or phone makes both anew. Their key and its
 * passphrase stay as they are.
 *
 * @returns undefined when there is no such member.
 */
export async function renewMember(
  app: Parts,
  by: Pick<Staff, 'id'>,
  { member, language }: { readonly member: string; readonly language: Language },
): Promise<Link | undefined> {
  const roles = await rolesOf(app.db, member)
  if (roles.length === 0) return undefined
  return makeLink(app, by, { kind: 'renewal', roles, forStaff: member, language })
}

/** What a one-time link is good for, for the page it leads to. */
export type LinkState =
  | { readonly ok: true; readonly kind: InvitationTable['kind']; readonly roles: readonly Role[] }
  | { readonly ok: false; readonly why: InvitationProblem }

/** Reads a one-time link without using it up. */
export async function readLink(app: Pick<App, 'db' | 'now' | 'macs'>, token: string): Promise<LinkState> {
  const invitation = await findInvitation(app.db, app.macs.of(INVITATION_MAC, token))
  const why = problemOf(invitation, app.now())
  if (!invitation || why) return { ok: false, why: why ?? 'unknown' }
  return { ok: true, kind: invitation.kind, roles: invitation.roles }
}

type LinkFor = {
  readonly kind: 'invitation' | 'renewal'
  readonly roles: readonly Role[]
  readonly forStaff: string | undefined
  readonly language: Language
}

async function makeLink(app: Parts, by: Pick<Staff, 'id'>, { language, ...link }: LinkFor): Promise<Link> {
  const token = Buffer.from(app.randomBytes(32)).toString('base64url')
  const expiresAt = addHours(app.now(), INVITATION_HOURS)
  await app.db.transaction().execute(async (trx) => {
    if (link.forStaff) await endRenewalsOf(trx, link.forStaff)
    await insertInvitation(trx, {
      id: randomUUID(),
      tokenMac: app.macs.of(INVITATION_MAC, token),
      ...link,
      createdAt: app.now(),
      expiresAt,
      createdBy: by.id,
    })
    const act = link.kind === 'renewal' ? 'way-in-renewed' : 'invited'
    await logAccess(trx, { at: app.now(), staff: by.id, act })
  })
  return { link: `${app.config.siteUrl}${pathTo('staff-set-up', language)}#${token}`, expiresAt }
}
