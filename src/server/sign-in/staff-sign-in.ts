import type { Role } from '#domain/roles.ts'
import { addHours, hoursBetween, type Instant } from '#domain/time/instant.ts'
import type { OrganisationAccounts } from '#server/config.ts'
import { type Accepted, acceptInvitation, type NewMember } from '#server/sign-in/accept-invitation.ts'
import { type BetterAuth, makeBetterAuth, SESSION_HOURS, type SignInParts } from '#server/sign-in/better-auth.ts'
import { type LibraryAnswer, makeCall, type Visitor } from '#server/sign-in/call.ts'
import { makeOrganisationSignIn, type OrganisationSignIn } from '#server/sign-in/organisation.ts'
import { askToTry, triedRightly } from '#server/sign-in/throttle.ts'
import { endSession, endSessionsOf, forgetRates, touchSession, useCode } from '#server/store/sign-in.store.ts'
import { rolesOf } from '#server/store/staff.store.ts'

/** A signed-in member of staff. */
export type Staff = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Whether the second factor was passed in this session. Without it only the second-factor page opens. */
  readonly secondFactor: boolean
}

/** Cookies to set, as whole `Set-Cookie` values. */
type Cookies = { readonly cookies: readonly string[] }
type Refused = { readonly outcome: 'wrong' | 'expired' } | { readonly outcome: 'wait'; readonly waitSeconds: number }

export type PasswordAnswer = ({ readonly outcome: 'second-factor' | 'set-second-factor' } & Cookies) | Refused
export type SecondFactorStart =
  | { readonly outcome: 'started'; readonly uri: string; readonly backupCodes: readonly string[] }
  | Refused
export type SecondFactorAnswer = ({ readonly outcome: 'signed-in' } & Cookies) | Refused

/** Signing in and out. Every way goes through the library's own handler, so that its limits hold. */
export type StaffSignIn = {
  /** Looks at a password. Right: the second factor comes next, or has to be set. */
  readonly tryPassword: (given: { email: string; password: string }, visitor: Visitor) => Promise<PasswordAnswer>
  /** Begins setting a second factor, in a session that has none. The secret is shown once. */
  readonly startSecondFactor: (password: string, visitor: Visitor) => Promise<SecondFactorStart>
  /** Looks at a code from the authenticator app, or at a backup code. */
  readonly trySecondFactor: (
    given: { kind: 'app' | 'backup'; code: string },
    visitor: Visitor,
  ) => Promise<SecondFactorAnswer>
  readonly signOut: (visitor: Visitor) => Promise<Cookies>
  /** @returns undefined when nobody is signed in, or the session has ended: 8 hours, or 30 minutes idle. */
  readonly staffOf: (headers: Headers) => Promise<Staff | undefined>
  /** Adds a member, or makes a member's way in anew, from a one-time link. */
  readonly createFromInvitation: (token: string, member: NewMember) => Promise<Accepted>
  readonly signOutEverywhere: (staff: string) => Promise<void>
  /** Signing in with an account of the organisation, where the settings name a provider. */
  readonly organisation?: OrganisationSignIn | undefined
}

const IDLE_HOURS = 0.5
/** Codes of an app are right for about this long; one is taken only once. */
const CODE_HOURS = 5 / 60
const MINUTE_HOURS = 1 / 60

/** Makes the sign-in of a server. Its tables come with the first migration. @source DESIGN 8, STACK 8 */
export function makeStaffSignIn(parts: SignInParts, organisation?: OrganisationAccounts): StaffSignIn {
  const auth = makeBetterAuth(parts)
  const call = makeCall(auth, parts)
  const { db, now, macs, log } = parts
  const staffOf = (headers: Headers) => findStaff(auth, parts, headers)
  return {
    async tryPassword({ email, password }, visitor) {
      await forgetRates(db, now())
      const account = macs.of('sign-in-account', email.trim().toLowerCase())
      const waitSeconds = await askToTry(db, account, now())
      if (waitSeconds > 0) return noted('password', { outcome: 'wait', waitSeconds })
      const answer = await call('/sign-in/email', { email: email.trim().toLowerCase(), password }, visitor)
      if (!answer.ok) return noted('password', refused(answer))
      await triedRightly(db, account, now())
      const isChallenge = answer.body.twoFactorRedirect === true
      return { outcome: isChallenge ? 'second-factor' : 'set-second-factor', cookies: answer.cookies }
    },

    async startSecondFactor(password, visitor) {
      if (!(await staffOf(visitor.headers))) return { outcome: 'expired' }
      const answer = await call('/two-factor/enable', { password }, visitor)
      const { totpURI, backupCodes } = answer.body
      if (!answer.ok || typeof totpURI !== 'string' || !Array.isArray(backupCodes)) return refused(answer)
      return { outcome: 'started', uri: totpURI, backupCodes: backupCodes.map(String) }
    },

    async trySecondFactor({ kind, code }, visitor) {
      const path = kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
      const answer = await call(path, { code: tidied(kind, code) }, visitor)
      if (!answer.ok) return noted(kind, refused(answer))
      if (!(await isFirstUse(answer, tidied(kind, code)))) return noted(kind, { outcome: 'wrong' })
      await endSessionsOf(db, staffIn(answer), 'half')
      log.happened('staff-signed-in', { factor: kind })
      return { outcome: 'signed-in', cookies: answer.cookies }
    },

    async signOut(visitor) {
      return { cookies: (await call('/sign-out', {}, visitor)).cookies }
    },
    staffOf,
    createFromInvitation: (token, member) => acceptInvitation(auth, parts, token, member),
    signOutEverywhere: (staff) => endSessionsOf(db, staff),
    organisation: organisation && makeOrganisationSignIn(parts, organisation),
  }

  /** Whoever watches the log sees that somebody tries, and with what; not who, nor from where. */
  function noted(factor: 'password' | 'app' | 'backup', answer: Refused): Refused {
    log.happened('staff-sign-in-refused', { factor, outcome: answer.outcome })
    return answer
  }

  /** A code seen twice was overheard, or typed twice: the session it opened the second time is ended. */
  async function isFirstUse(answer: LibraryAnswer, code: string): Promise<boolean> {
    const mac = macs.of('second-factor-code', `${staffIn(answer)} ${code}`)
    if (await useCode(db, mac, now(), addHours(now(), CODE_HOURS))) return true
    await endSession(db, { token: String(answer.body.token) })
    return false
  }
}

async function findStaff(auth: BetterAuth, parts: SignInParts, headers: Headers): Promise<Staff | undefined> {
  const found = await auth.api.getSession({ headers, query: { disableCookieCache: true, disableRefresh: true } })
  if (!found) return undefined
  const { session, user } = found
  const idleHours = hoursBetween(session.lastSeenAt as Instant, parts.now())
  if (idleHours > IDLE_HOURS || hoursBetween(session.startedAt as Instant, parts.now()) > SESSION_HOURS) {
    await endSession(parts.db, { id: session.id })
    return undefined
  }
  if (idleHours > MINUTE_HOURS) await touchSession(parts.db, session.id, parts.now())
  const roles = await rolesOf(parts.db, user.id)
  return { id: user.id, name: user.name, email: user.email, roles, secondFactor: Boolean(session.secondFactorAt) }
}

function refused(answer: LibraryAnswer): Refused {
  if (answer.status === 429) return { outcome: 'wait', waitSeconds: answer.waitSeconds }
  return { outcome: answer.code === 'INVALID_TWO_FACTOR_COOKIE' ? 'expired' : 'wrong' }
}

function staffIn(answer: LibraryAnswer): string {
  const user = answer.body.user
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : ''
}

/** App codes are shown as `123 456`; backup codes keep their capitals. */
function tidied(kind: 'app' | 'backup', code: string): string {
  return kind === 'app' ? code.replace(/\D/g, '') : code.trim()
}
