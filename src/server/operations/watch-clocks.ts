import { atOnce } from '#domain/notice.ts'
import { dueNotices } from '#domain/referral/due-notices.ts'
import { foldStory } from '#domain/referral/standing.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { listEveryOpenStory } from '#server/operations/stories.ts'
import { enqueue, nextQuarter } from '#server/outbox/queue.ts'

/**
 * Queues what staff have to be told of because time has passed. Each promise gives one notice of each kind, however
 * often this is done and by however many servers: the notice's id is made from what it tells of.
 *
 * @returns how many were queued.
 */
export async function watchClocks(app: App): Promise<number> {
  const rules = rulesOf(app)
  const now = app.now()
  let queued = 0
  for (const story of await listEveryOpenStory(app.db))
    for (const { kind, about } of dueNotices(foldStory(story, rules), now)) {
      const notice = {
        id: app.macs.of('notice', `${kind} ${story.id} ${about.kind} ${about.at}`).slice(0, 32),
        kind,
        audience: story.audience ?? 'team',
        language: story.language,
        at: now,
        goesAt: atOnce.includes(kind) ? now : nextQuarter(now),
      }
      if (await enqueue(app.db, notice, app.config)) queued += 1
    }
  if (queued > 0) app.wakeOutbox()
  return queued
}
