import { randomBytes } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import type { Audience } from '#domain/audience.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { makeSendLimit } from '#server/http/send-limit.ts'
import { loadForms, loadPictureWords, loadService } from '#server/load-service.ts'
import { makeLog } from '#server/log.ts'
import { deskHere } from '#server/reports/report-desk.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { type Recipients, seal } from '#server/sealing/seal.ts'
import type { Staff, StaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { newDatabase } from './test-database.ts'

/** What a test may set; everything else is valid and the same every time. */
export type TestAppParts = {
  /** Where the clock stands at first. */
  readonly now?: string
  /** The id of a service file, or a whole service: `{ ...loadService('cymru-demo'), firstContactHours: 24 }`. */
  readonly service?: string | Service
  /** Who is signed in, whatever the request says. Nobody when absent. */
  readonly staff?: Partial<Staff>
}

/** A server of real parts, and what a test needs to look into it. */
export type TestApp = App & {
  /** Puts the clock at a moment. */
  readonly setNow: (moment: string) => void
  /** The lines that were logged. */
  readonly lines: readonly string[]
  /** The key that opens what was sealed to an audience: `age` text, beginning AGE-SECRET-KEY-1. */
  readonly identityOf: (audience: Audience) => Promise<string>
  /** The recovery key of an audience, as it stands on paper. */
  readonly paperKeyOf: (audience: Audience) => Promise<string>
}

/**
 * Wires a server for a test as start-up does: a real database, migrations, sealing with keys made for the test, the forms
 * and words of a real service file. Not real: the clock stands still until it is set, nobody signs in (say who
 * is with `staff`), nothing is sent, no send is too many.
 */
export async function makeTestApp(parts: TestAppParts = {}): Promise<TestApp> {
  let now = toMoment(parts.now ?? '2026-11-02T09:00:00.000Z')
  const lines: string[] = []
  const config: Config = {
    ...readConfig({}),
    ...(await newDatabase()),
    sendLimit: 0,
  }
  const service = typeof parts.service === 'object' ? parts.service : loadService(parts.service ?? 'cymru-demo')
  const { db, type } = openDatabase(config)
  await migrate(db, type)
  const keys = makeKeys()
  return {
    config,
    service,
    forms: loadForms(service),
    pictureWords: loadPictureWords(),
    db,
    databaseType: type,
    log: makeLog(
      (line) => lines.push(line),
      () => now,
    ),
    now: () => now,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    macs: makeMacs('a secret of a test, thirty-two characters or more'),
    seal: async (audience, plaintext) => seal((await keys(audience)).recipients, plaintext),
    sendLimit: makeSendLimit(0),
    guessLimit: makeSendLimit(0),
    signIn: signedInAs(parts.staff),
    reports: deskHere({ db, service, now: () => now }),
    wakeOutbox: () => undefined,
    setNow: (moment) => {
      now = toMoment(moment)
    },
    lines,
    identityOf: async (audience) => (await keys(audience)).identity,
    paperKeyOf: async (audience) => (await keys(audience)).paper,
  }
}

/** Any way of writing a moment that says its zone: `2026-10-25T01:30:00+01:00`. */
function toMoment(text: string): Instant {
  return new Date(text).toISOString() as Instant
}

type TestKeys = { readonly identity: string; readonly paper: string; readonly recipients: Recipients }

/** One pair for each audience, made when it is first used. The recovery key is a pair of its own. */
function makeKeys(): (audience: Audience) => Promise<TestKeys> {
  const made = new Map<Audience, Promise<TestKeys>>()
  return (audience) => {
    const keys = made.get(audience) ?? makePair()
    made.set(audience, keys)
    return keys
  }
}

async function makePair(): Promise<TestKeys> {
  const [identity, recovery] = [await generateIdentity(), await generateIdentity()]
  const recipients = { current: await identityToRecipient(identity), recovery: await identityToRecipient(recovery) }
  return { identity, paper: recovery, recipients }
}

function signedInAs(staff: Partial<Staff> | undefined): StaffSignIn {
  const refuse = () => Promise.reject(new Error('nobody signs in to a test app: see tests/builders/staff-sign-in.ts'))
  const whole: Staff | undefined = staff && {
    id: 'staff-1',
    name: 'Mari Morgan',
    email: 'mari@example.test',
    roles: [],
    secondFactor: true,
    ...staff,
  }
  return {
    tryPassword: refuse,
    startSecondFactor: refuse,
    trySecondFactor: refuse,
    signOut: refuse,
    createFromInvitation: refuse,
    signOutEverywhere: refuse,
    staffOf: async () => whole,
  }
}
