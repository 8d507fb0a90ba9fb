import { addHours, type Instant } from '#domain/time/instant.ts'
import type { Database } from '#server/store/database.ts'
import { findWait, forgetTries, noteTry, type Wait } from '#server/store/sign-in.store.ts'

/** Tries before the first wait. */
const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 15 * 60
const DAY_SECONDS = 24 * 3600

/**
 * How long the next try has to wait after this many wrong ones in a row, in seconds. An account is slowed,
 * never locked: nobody can shut a colleague out for the day by guessing.
 *
 * @source STACK 8 pitfall 2; the numbers are ours
 */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)
}

/**
 * Asks leave to try a password for an account, and counts the try as wrong until {@link triedRightly} says
 * otherwise. The same for an address that nobody has: it tells nothing.
 *
 * @returns the seconds to wait; 0 when the password may be looked at now.
 */
export async function askToTry(db: Database, accountMac: string, now: Instant): Promise<number> {
  const seen = await findWait(db, accountMac)
  const waitSeconds = seen ? secondsUntil(seen.nextAt, now) : 0
  if (waitSeconds > 0) return waitSeconds
  return (await noteTry(db, accountMac, seen, afterOneMore(seen, now))) ? 0 : 1
}

/** Forgets the wrong tries of an account: the password was right. */
export async function triedRightly(db: Database, accountMac: string, now: Instant): Promise<void> {
  await forgetTries(db, accountMac, now)
}

function afterOneMore(seen: Wait | undefined, now: Instant): Wait {
  const isOld = seen !== undefined && secondsUntil(now, seen.nextAt) > DAY_SECONDS
  const failures = (isOld ? 0 : (seen?.failures ?? 0)) + 1
  return { failures, nextAt: addHours(now, waitAfter(failures) / 3600) }
}

function secondsUntil(until: Instant, now: Instant): number {
  return Math.ceil((Date.parse(until) - Date.parse(now)) / 1000)
}
