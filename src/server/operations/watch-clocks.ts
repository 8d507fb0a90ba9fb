import { atOnce } from '#domain/notice.ts'
import { dueNotices } from '#domain/referral/due-notices.ts'
import type { ReferralStory } from '#domain/referral/referral.ts'
import { foldStory } from '#domain/referral/standing.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { listEveryOpenStory } from '#server/operations/stories.ts'
import { enqueue, type NewNotice, nextQuarter } from '#server/outbox/queue.ts'
import { inBatches } from '#server/store/in-batches.ts'

/**
 * Queues what staff have to be told of because time has passed. Each promise gives one notice of each kind, however
 * often this is done and by however many servers: the notice's id is made from what it tells of.
 *
 * @returns how many were queued.
 */
export async function watchClocks(app: App): Promise<number> {
  // Some at a time, in one commit: after days without a server there may be thousands, and whoever sends is answered between.
  const queued = await inBatches(await listEveryOpenStory(app.db), (stories) => {
    const due = stories.flatMap((story) => noticesOf(app, story))
    return app.db.transaction().execute(async (trx) => {
      const fresh: NewNotice[] = []
      for (const notice of due) if (await enqueue(trx, notice, app.config)) fresh.push(notice)
      return fresh
    })
  })
  if (queued.length > 0) app.wakeOutbox()
  return queued.length
}

function noticesOf(app: App, story: ReferralStory): readonly NewNotice[] {
  const now = app.now()
  return dueNotices(foldStory(story, rulesOf(app)), now).map(({ kind, about }) => ({
    id: app.macs.of('notice', `${kind} ${story.id} ${about.kind} ${about.at}`).slice(0, 32),
    kind,
    audience: story.audience ?? 'team',
    language: story.language,
    at: now,
    goesAt: atOnce.includes(kind) ? now : nextQuarter(now),
  }))
}
