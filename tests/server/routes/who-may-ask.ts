import { randomUUID } from 'node:crypto'
import { reportReaders } from '#domain/participation/readers.ts'
import { deskRoles, type Role } from '#domain/roles.ts'

/** Who is answered: anybody, whoever passed both factors, or the roles alone. */
export type May = 'everyone' | 'members' | readonly Role[]

/** What may be asked of one route by one method. `body` is one that is understood, so that who asks is what decides. */
export type Asking = { readonly may: May; readonly body?: () => unknown }

const everyone: Asking = { may: 'everyone' }
const posted = (may: May, body: () => unknown): Asking => ({ may, body })

/** A public key that nobody has, and something sealed to it: both only look right. */
const recipient = `age1${'q'.repeat(58)}`
const wrapped = '-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n'
const nobody = () => randomUUID()
const audience = 'team'

/** Whose role opens something in the demonstration. */
const keyed: readonly Role[] = ['coordinator', 'advocate', 'complaints-lead', 'complaints-deputy', 'survey-reader']

/**
 * Every method of every address of the API, and who is answered. A route that is not here fails the test:
 * whoever adds one says here whom it is for.
 *
 * @source DESIGN 8 "Roles"
 */
export const api: Readonly<Record<string, Asking>> = {
  'GET /api/health': everyone,
  'GET /api/openapi.json': everyone,
  'GET /api/forms': everyone,
  'GET /api/forms/[form]': everyone,
  'POST /api/forms/[form]': everyone,
  'POST /api/track': everyone,
  'POST /api/track/[form]': everyone,
  'POST /api/auth/[...all]': everyone,
  // Who comes back from the organisation's provider has no session yet; without one set there is nothing there.
  'GET /api/auth/callback/organisation': everyone,
  'POST /api/staff/link': posted('everyone', () => ({ token: 'none' })),
  'POST /api/staff/accept': posted('everyone', () => ({ token: 'none', password: 'x' })),
  'POST /api/staff/sign-out': everyone,
  // With a token, which no member's session is.
  'GET /api/records': { may: [] },
  'GET /api/reports/[period]': { may: reportReaders },
  'GET /api/staff/inbox': { may: deskRoles },
  'GET /api/staff/referrals/[id]': { may: deskRoles },
  'POST /api/staff/records': posted(deskRoles, () => ({
    form: 'contact',
    about: nobody(),
    language: 'cy',
    answers: {},
    idempotencyKey: randomUUID(),
  })),
  'POST /api/staff/forms': posted(deskRoles, () => ({
    form: 'none',
    channel: 'phone',
    language: 'cy',
    answers: {},
    trackingCode: false,
    idempotencyKey: randomUUID(),
  })),
  'POST /api/staff/survey-code': posted(deskRoles, () => ({ about: nobody() })),
  'POST /api/staff/damaged': posted(deskRoles, () => ({ record: nobody() })),
  'POST /api/staff/earlier': posted(['coordinator'], () => ({ than: nobody() })),
  // The demonstration's councils see no names: lists for the council are nobody's there.
  'POST /api/staff/council-list': posted([], () => ({ list: 'names' })),
  'GET /api/staff/survey-words': { may: ['survey-reader'] },
  'GET /api/staff/survey-words/[group]': { may: ['survey-reader'] },
  'GET /api/staff/people': { may: 'members' },
  'POST /api/staff/people/invite': posted(['administrator'], () => ({ roles: ['coordinator'], language: 'cy' })),
  'POST /api/staff/people/renew': posted(['administrator'], () => ({ member: nobody(), language: 'cy' })),
  'POST /api/staff/people/remove': posted(['administrator'], () => ({ member: nobody() })),
  'GET /api/staff/keys': { may: 'members' },
  'POST /api/staff/keys/member': posted('members', () => ({ recipient, wrappedIdentity: wrapped })),
  // Whose audience it is not is refused by the rule of that key: the body names the team's.
  'POST /api/staff/keys/audience': posted(['coordinator', 'advocate'], () => ({
    audience,
    recipient,
    recoveryRecipient: recipient,
    wrapped,
  })),
  'POST /api/staff/keys/rebuild': posted(['coordinator', 'advocate'], () => ({ audience })),
  // Nobody here holds a key: who does is tried in tests/server/keys.
  'POST /api/staff/keys/rotate': posted([], () => ({ audience, after: 1, recipient, wrapped: [] })),
  'POST /api/staff/keys/share': posted([], () => ({
    member: nobody(),
    recipient,
    keys: [{ audience, generation: 1, wrapped }],
  })),
  'POST /api/staff/keys/waiting': posted(keyed, () => ({ keys: [] })),
  'POST /api/staff/keys/forget': posted('members', () => ({})),
}

/** Every page of the staff side: who reads it. Others are refused, or led to where they belong. */
export const staffPages: Readonly<Record<string, May>> = {
  'staff-sign-in': 'everyone',
  'staff-second-factor': 'everyone',
  'staff-set-up': 'everyone',
  staff: deskRoles,
  'staff-people': 'members',
  'staff-survey-words': ['survey-reader'],
  'staff-reports': reportReaders,
  'staff-agency-sheets': reportReaders,
  // The participation manager keeps the log of the lists that the council is given (LW-9.6).
  'staff-access': ['administrator', 'coordinator', 'complaints-lead', 'complaints-deputy', 'participation-manager'],
  'staff-service': 'members',
}

/** Pages that another leads to, and not the links at the top. */
export const belowOthers: readonly string[] = ['staff-agency-sheets']
