import { randomBytes } from 'node:crypto'
import type { Role } from '#domain/roles.ts'
import { toInstant } from '#domain/time/instant.ts'
import { appSecret } from '#server/app-secret.ts'
import { makeLog } from '#server/log.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { makeStaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import { openDatabase } from '#server/store/database.ts'
import { type RealServer, SITE_URL } from './real-server.ts'
import { aBrowser, aMember, setSecondFactor } from './staff-sign-in.ts'

/** A member of a running server with one role, and the cookies of their session. */
export type SignedIn = { readonly id: string; readonly role: Role; readonly cookie: string }

/**
 * Members of a running server, one for each role, each signed in with both factors: by the server's own
 * operations, beside it, into its database and under its secret, so that it knows their sessions as its own.
 */
export async function membersOf(server: RealServer, roles: readonly Role[]): Promise<readonly SignedIn[]> {
  const { dataDir } = server
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
  const beside = { ...parts, signIn: makeStaffSignIn(parts) }
  const signedIn: SignedIn[] = []
  try {
    for (const [index, role] of roles.entries()) {
      const email = `${role}@example.test`
      const { id } = await aMember(beside, email, [role])
      const browser = aBrowser(`203.0.113.${index + 1}`)
      await setSecondFactor(beside, email, browser)
      signedIn.push({ id, role, cookie: browser.visitor().headers.get('cookie') ?? '' })
    }
  } finally {
    await db.destroy()
  }
  return signedIn
}
