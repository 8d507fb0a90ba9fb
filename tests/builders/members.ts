import { randomBytes } from 'node:crypto'
import type { Role } from '#domain/roles.ts'
import { toInstant } from '#domain/time/instant.ts'
import { appSecret } from '#server/app-secret.ts'
import { makeLog } from '#server/log.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { makeStaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import { openDatabase } from '#server/store/database.ts'
import { type RealServer, SITE_URL } from './real-server.ts'
import { aBrowser, aMember, type Browser, PASSWORD, setSecondFactor } from './staff-sign-in.ts'

/** A member of a running server with one role, and the cookies of their session. */
export type SignedIn = { readonly id: string; readonly role: Role; readonly cookie: string }

/**
 * Members of a running server, one for each role, each signed in with both factors: by the server's own
 * operations, beside it, into its database and under its secret, so that it knows their sessions as its own.
 */
export function membersOf(server: Pick<RealServer, 'dataDir'>, roles: readonly Role[]): Promise<readonly SignedIn[]> {
  return beside(server, async (parts) => {
    const signedIn: SignedIn[] = []
    for (const [index, role] of roles.entries()) {
      const email = `${role}@example.test`
      const { id } = await aMember(parts, email, [role])
      const browser = aBrowser(`203.0.113.${index + 1}`)
      await setSecondFactor(parts, email, browser)
      signedIn.push({ id, role, cookie: cookieOf(browser) })
    }
    return signedIn
  })
}

/** The cookies of an administrator and coordinator who gave a password and no second factor. */
export function passwordOnly(server: Pick<RealServer, 'dataDir'>): Promise<string> {
  return beside(server, async (parts) => {
    const { email } = await aMember(parts, 'half-way@example.test', ['administrator', 'coordinator'])
    const browser = aBrowser('203.0.113.99')
    const tried = await parts.signIn.tryPassword({ email, password: PASSWORD }, browser.visitor())
    if (!('cookies' in tried)) throw new Error(tried.outcome)
    browser.keep(tried.cookies)
    return cookieOf(browser)
  })
}

const cookieOf = (browser: Browser) => browser.visitor().headers.get('cookie') ?? ''

async function beside<Made>(
  { dataDir }: Pick<RealServer, 'dataDir'>,
  work: (parts: Parameters<typeof aMember>[0]) => Promise<Made>,
): Promise<Made> {
  const { db, type } = openDatabase({ dataDir })
  const now = () => toInstant(new Date())
  const macs = makeMacs(appSecret({ appSecret: undefined, dataDir }))
  const parts = {
    db,
    databaseType: type,
    siteUrl: SITE_URL,
    serviceName: 'Llafar',
    now,
    randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
    macs,
    log: makeLog(() => undefined, now),
  }
  try {
    return await work({ ...parts, signIn: makeStaffSignIn(parts) })
  } finally {
    await db.destroy()
  }
}
