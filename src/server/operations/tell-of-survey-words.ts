import { randomUUID } from 'node:crypto'
import { londonDay, londonInstant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { readableWords } from '#server/operations/survey-words.ts'
import { enqueue } from '#server/outbox/queue.ts'
import { findSetting, replaceSetting } from '#server/store/setting.store.ts'

const TOLD_ON = 'told-of-survey-words'

/**
 * Tells the survey reader, once a day at most, that words of young people wait unread. Nothing is queued when a survey
 * is sent: a notice of its own would keep the minute. To be asked for at start and every hour after. The annual survey
 * is told to nobody.
 *
 * @returns whether a notice was queued.
 * @source Q36; H12; DESIGN 5 "no outbox row"
 */
export async function tellOfSurveyWords(app: App): Promise<boolean> {
  const today = londonDay(app.now())
  const isWaiting = (await readableWords(app)).some(({ isRead }) => isRead === false)
  if (!isWaiting || (await findSetting(app.db, TOLD_ON)) === today) return false
  const [language = 'cy'] = app.service.languages
  await app.db.transaction().execute(async (trx) => {
    await replaceSetting(trx, TOLD_ON, today)
    await enqueue(trx, {
      id: randomUUID(),
      kind: 'new-survey-words',
      audience: 'survey-reader',
      language,
      at: londonInstant(today, '00:00'),
    })
  })
  app.wakeOutbox()
  return true
}
