import type { Period } from '#domain/participation/period.ts'
import type { Written } from '#domain/participation/sections.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'
import { listAnswers } from '#server/store/record.store.ts'

/** A piece of words for the report of a period, with what else was said with it. */
export type Piece = Written & { readonly day: string; readonly counted: Readonly<Record<string, readonly string[]>> }

/** What was written for the report of a period, oldest first. @source LW-17.2 */
export async function readWritten(db: Reader, { from, until }: Period): Promise<readonly Piece[]> {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('form', '=', 'quarter-narrative')
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const byRecord = Map.groupBy(await inBatches(ids, (some) => listAnswers(db, some)), ({ record }) => record)
  return ids.flatMap((id) => {
    const answers = byRecord.get(id) ?? []
    const counted = Object.fromEntries(
      [...Map.groupBy(answers, ({ question }) => question)].map(([question, values]) => [
        question,
        values.map(({ value }) => value),
      ]),
    )
    const [section, day, words] = ['section', 'day', 'words'].map((question) => counted[question]?.[0] ?? '')
    return section && day && words && day >= from && day <= until ? [{ section, day, words, counted }] : []
  })
}
