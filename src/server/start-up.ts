import { randomBytes } from 'node:crypto'
import { toInstant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { appSecret } from '#server/app-secret.ts'
import type { Config } from '#server/config.ts'
import { makeSendLimit } from '#server/http/send-limit.ts'
import { loadForms, loadPictureWords, loadService } from '#server/load-service.ts'
import { makeLog } from '#server/log.ts'
import { openStore } from '#server/open-store.ts'
import { eraseDue } from '#server/operations/erase-due.ts'
import { forgetKeys } from '#server/operations/forget-keys.ts'
import { hideRowOrder } from '#server/operations/hide-row-order.ts'
import { knowSecret } from '#server/operations/know-secret.ts'
import { tellOfSurveyWords } from '#server/operations/tell-of-survey-words.ts'
import { watchClocks } from '#server/operations/watch-clocks.ts'
import { type Outbox, startOutbox } from '#server/outbox/outbox.ts'
import { repeat } from '#server/repeat.ts'
import { countAhead } from '#server/reports/count-ahead.ts'
import { deskInWorker } from '#server/reports/desk-in-worker.ts'
import { deskHere } from '#server/reports/report-desk.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { NotReadyError } from '#server/sealing/not-ready.ts'
import { seal } from '#server/sealing/seal.ts'
import { makeStaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import type { DatabasePlace } from '#server/store/database.ts'
import { currentRecipients } from '#server/store/keys.store.ts'

/** Wrong tries at a tracking code from one network in ten minutes: a home of children can mistype, a machine cannot guess. */
const GUESSES = 30
const HOUR_MILLISECONDS = 3_600_000
/** How often somebody is told of what time alone has made due. */
const WATCH_MILLISECONDS = 5 * 60_000

/** A running application and how to stop it. */
export type Running = { readonly app: App; readonly stop: () => Promise<void> }

/**
 * Opens the database, brings it up to date, and wires the parts of the server once. A command that
 * only reads leaves the outbox to the server.
 *
 * @throws ConfigError when a setting, the service file or the database cannot be used.
 */
export async function startUp(config: Config, parts: { readonly outbox?: boolean } = {}): Promise<Running> {
  const service = loadService(config.service)
  const { db, type } = await openStore(config)
  const now = () => toInstant(new Date())
  const log = makeLog((line) => process.stdout.write(`${line}\n`), now)
  const secret = appSecret(config)
  const macs = makeMacs(secret)
  const signIn = makeStaffSignIn(
    {
      db,
      databaseType: type,
      siteUrl: config.siteUrl,
      serviceName: service.name.en ?? service.name.cy ?? service.id,
      now,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      macs,
      log,
    },
    config.organisation,
  )
  // A command counts where it is: nobody is served meanwhile, and it tells how far it is.
  const reports =
    parts.outbox === false ? deskHere({ db, service, now }) : deskInWorker({ place: placeOf(config), service, now })
  let outbox: Outbox | undefined
  const app: App = {
    config,
    service,
    forms: loadForms(service),
    pictureWords: loadPictureWords(),
    db,
    databaseType: type,
    log,
    now,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    macs,
    sendLimit: makeSendLimit(config.sendLimit),
    guessLimit: makeSendLimit(GUESSES),
    seal: async (audience, plaintext) => {
      const recipients = await currentRecipients(db, audience)
      if (!recipients) throw new NotReadyError(audience)
      return seal(recipients, plaintext)
    },
    signIn,
    reports,
    wakeOutbox: () => outbox?.wake(),
  }
  try {
    await knowSecret(app)
  } catch (error) {
    await db.destroy()
    throw error
  }
  await forgetKeys(app)
  if (parts.outbox !== false) outbox = startOutbox(app)
  const everyHour = async () => {
    await forgetKeys(app)
    if (!outbox) return
    await hideRowOrder(app)
    await tellOfSurveyWords(app)
    await eraseDue(app)
  }
  const repeated = [repeat(log, { name: 'every-hour', work: everyHour, milliseconds: HOUR_MILLISECONDS })]
  if (outbox) {
    const work = () => watchClocks(app)
    // It reads everything that is open: whoever comes now is answered meanwhile.
    repeated.push(repeat(log, { name: 'watch-clocks', work, milliseconds: WATCH_MILLISECONDS, isFirstNow: true }))
    const ahead = () => countAhead(app)
    repeated.push(repeat(log, { name: 'count-ahead', work: ahead, milliseconds: HOUR_MILLISECONDS, isFirstNow: true }))
  }
  return {
    app,
    stop: async () => {
      await reports.stop()
      for (const each of repeated) await each.stop()
      await outbox?.stop()
      await db.destroy()
    },
  }
}

/** As much of the settings as a worker is told: where the database is. */
function placeOf({ databaseUrl, dataDir }: Config): DatabasePlace {
  return { databaseUrl, dataDir }
}
