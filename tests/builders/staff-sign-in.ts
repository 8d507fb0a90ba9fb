import { randomBytes } from 'node:crypto'
import { type TOTP, URI } from 'otpauth'
import type { Role } from '#domain/roles.ts'
import { addHours, type Instant, toInstant } from '#domain/time/instant.ts'
import { makeLog } from '#server/log.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { makeStaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import { type DatabasePlace, openDatabase } from '#server/store/database.ts'
import { insertInvitation } from '#server/store/invitation.store.ts'
import { migrate } from '#server/store/migrate.ts'
import { newDatabase } from './test-database.ts'

export const PASSWORD = 'a long pass phrase'

/** A server's sign-in over a database of its own, or one that is there, with a clock that can be put forward. */
export async function aSignIn(at?: DatabasePlace) {
  const place = at ?? (await newDatabase())
  const { db, type } = openDatabase(place)
  await migrate(db, type)
  let hoursForward = 0
  let stoppedAt: Instant | undefined
  const now = () => addHours(stoppedAt ?? toInstant(new Date()), hoursForward)
  const lines: string[] = []
  const macs = makeMacs('a secret of a test, thirty-two characters or more')
  const bytes = (count: number) => new Uint8Array(randomBytes(count))
  const parts = {
    db,
    databaseType: type,
    siteUrl: 'http://localhost:4321',
    serviceName: 'Llafar',
    now,
    randomBytes: bytes,
    macs,
    log: makeLog((line) => lines.push(line), now),
  }
  return {
    ...parts,
    place,
    lines,
    signIn: makeStaffSignIn(parts),
    /** Hashing passwords takes seconds on a slow machine: for whoever counts seconds they do not go by. */
    stopClock: () => {
      stoppedAt = toInstant(new Date())
    },
    putForward: (hours: number) => {
      hoursForward += hours
    },
  }
}

export type TestSignIn = Awaited<ReturnType<typeof aSignIn>>

/** A visitor's browser: keeps the cookies it is given. */
export function aBrowser(network = '203.0.113.7') {
  const jar = new Map<string, string>()
  return {
    jar,
    keep(cookies: readonly string[]) {
      for (const cookie of cookies) {
        const [pair = '', ...attributes] = cookie.split(';')
        const [name = '', value = ''] = pair.split('=', 2)
        if (attributes.some((attribute) => /max-age=0/i.test(attribute))) jar.delete(name)
        else jar.set(name, value)
      }
    },
    visitor: () => ({
      headers: new Headers({
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (a browser that nobody should note)',
        'x-forwarded-for': network,
      }),
      network,
    }),
  }
}

export type Browser = ReturnType<typeof aBrowser>

/** Makes a one-time link and gives its token. */
export async function aLink(
  { db, macs, now }: Pick<TestSignIn, 'db' | 'macs' | 'now'>,
  roles: readonly Role[],
  forStaff?: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertInvitation(db, {
    id: randomBytes(8).toString('hex'),
    tokenMac: macs.of('invitation', token),
    kind: forStaff ? 'renewal' : 'invitation',
    roles,
    forStaff,
    createdAt: now(),
    expiresAt: addHours(now(), 7 * 24),
    createdBy: undefined,
  })
  return token
}

/** A member who has followed a link and given a password, and has no second factor yet. */
export async function aMember(
  server: Pick<TestSignIn, 'db' | 'macs' | 'now' | 'signIn'>,
  email: string,
  roles: Role[],
) {
  const token = await aLink(server, roles)
  const accepted = await server.signIn.createFromInvitation(token, { name: 'Mari Morgan', email, password: PASSWORD })
  if (!accepted.ok) throw new Error(`the link was refused: ${accepted.why}`)
  return { token, id: accepted.staff, email }
}

/** Signs a new member in with a second factor set just now. Gives their authenticator and backup codes. */
export async function setSecondFactor(server: Pick<TestSignIn, 'signIn'>, email: string, browser: Browser) {
  const first = await server.signIn.tryPassword({ email, password: PASSWORD }, browser.visitor())
  if (first.outcome !== 'set-second-factor') throw new Error(first.outcome)
  browser.keep(first.cookies)
  const started = await server.signIn.startSecondFactor(PASSWORD, browser.visitor())
  if (started.outcome !== 'started') throw new Error(started.outcome)
  const app = URI.parse(started.uri) as TOTP
  const passed = await server.signIn.trySecondFactor({ kind: 'app', code: app.generate() }, browser.visitor())
  if (passed.outcome !== 'signed-in') throw new Error(passed.outcome)
  browser.keep(passed.cookies)
  return { app, backupCodes: started.backupCodes }
}
