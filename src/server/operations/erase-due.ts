import type { Audience } from '#domain/audience.ts'
import { addMonths, erasedFrom, keptSince, type RetentionKind } from '#domain/retention/erase-from.ts'
import { type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'
import { questionsOf } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { listEveryStory } from '#server/operations/stories.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { clearTraces, ERASURE, eraseRecords, listErasures, listUnerasedBefore } from '#server/store/erase.store.ts'
import { findRecord, insertRecord, listRecordsAbout } from '#server/store/record.store.ts'

type Parts = Pick<App, 'db' | 'databaseType' | 'now' | 'service' | 'forms' | 'log'>

/** Something whose time is over. It says nothing of anybody: a random id, its kind and whose desk it was on. */
export type Due = {
  readonly record: string
  readonly kind: RetentionKind
  readonly audience: Audience
  readonly since: IsoDate
}

/** What was erased, or would be. */
export type ErasureReport = { readonly at: Instant; readonly erased: readonly Due[] }

/** Forms that begin nothing, kept for their own time from the day they came. */
const byReceipt = { surveyWords: ['closure-survey', 'annual-survey'], answerphone: ['answerphone'] } as const

/** Everything whose time is over now, by the clocks of the service file; never what is held or still open. */
export async function listDue(app: Parts): Promise<readonly Due[]> {
  const today = londonDay(app.now())
  const stories = (await listEveryStory(app.db)).flatMap((story) => {
    const kept = keptSince(story)
    return kept && erasedFrom(kept, app.service) <= today
      ? [
          {
            record: story.id,
            kind: kept.kind,
            audience: story.audience ?? 'team',
            since: londonDay(kept.since),
          } as const,
        ]
      : []
  })
  return [...stories, ...(await dueByReceipt(app, today))]
}

async function dueByReceipt(app: Parts, today: IsoDate): Promise<readonly Due[]> {
  const due: Due[] = []
  for (const [kind, forms] of Object.entries(byReceipt) as [keyof typeof byReceipt, readonly string[]][]) {
    const before = addMonths(today, -app.service.retentionMonths[kind])
    const rows = await listUnerasedBefore(app.db, forms, londonInstant(before, '23:59'))
    for (const { id, audience, received_at } of rows)
      due.push({ record: id, kind, audience, since: londonDay(received_at) })
  }
  return due
}

/**
 * Erases everything whose time is over, each thing with all that is about it in one transaction of its own, and writes
 * down that it did. May be asked for as often as one likes, by several servers at once.
 *
 * @returns what was erased.
 * @source DESIGN 6 "Erasing"; LW-14.3c
 */
export async function eraseDue(app: Parts): Promise<ErasureReport> {
  const erased: Due[] = []
  for (const due of await listDue(app)) if (await erase(app, due)) erased.push(due)
  if (erased.length === 0) return { at: app.now(), erased }
  await clearTraces(app.db, app.databaseType)
  app.log.happened('erased', { count: erased.length })
  return { at: app.now(), erased }
}

/**
 * Erases again what had been erased: a copy that was put back may be older than the erasing.
 *
 * @param erasures - from {@link listErased} of the database before, or of a later copy.
 * @returns how many there were to erase again.
 * @source DESIGN 6 "is itself a record that a restore replays"
 */
export async function eraseAgain(app: Parts, erasures: readonly Due[]): Promise<number> {
  let count = 0
  for (const due of erasures) if (await erase(app, due)) count += 1
  if (count > 0) await clearTraces(app.db, app.databaseType)
  return count
}

/** Every erasure that is written down, newest first: to show, and to keep beside a copy. */
export async function listErased(app: Pick<App, 'db'>): Promise<readonly (Due & { readonly at: Instant })[]> {
  return (await listErasures(app.db)).flatMap(({ about, kind, audience, received_at, occurred_at }) =>
    about
      ? [{ record: about, kind: kind as RetentionKind, audience, since: londonDay(occurred_at), at: received_at }]
      : [],
  )
}

/** @returns false when it had been erased, or is not there. */
async function erase(app: Parts, { record, kind, audience }: Due): Promise<boolean> {
  const row = await findRecord(app.db, record)
  if (!row) return false
  try {
    await app.db.transaction().execute(async (trx) => {
      await insertRecord(trx, {
        record: {
          ...row,
          // One for each thing: of two servers that erase it at once, one is refused.
          id: `erasure-${record}`,
          form: ERASURE,
          version: 1,
          about: record,
          person: null,
          corrects: null,
          audience,
          channel: 'staff',
          reference: null,
          received_at: app.now(),
          occurred_at: app.now(),
          by: null,
        },
        answers: [{ question: 'kind', value: kind }],
        envelopes: [],
      })
      const about = (await listRecordsAbout(trx, [record])).filter(({ form }) => form !== ERASURE)
      await eraseRecords(trx, [row, ...about], (form, question) => isFigure(app, form, question))
    })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Choices and numbers stay for the figures; words for a report, and who is meant, do not. */
function isFigure({ forms }: Parts, form: string, question: string): boolean {
  if (question.startsWith('confidentiality.') || question.startsWith('case.')) return true
  const definition = forms.get(form)
  const asked = definition && questionsOf(definition).find(({ id }) => id === question)
  if (!asked || asked.id === 'advocate') return false
  return asked.keep.includes('counted') || asked.kind === 'number'
}
