import type { Transaction } from 'kysely'
import type { StoredAnswer } from '#server/store/record.store.ts'
import type { Tables } from '#server/store/tables.ts'

/** Where equality answers are counted: never with a record, a day or a reference. */
export type TallyPlace = { readonly form: string; readonly period: string; readonly authority: string }

/** Adds one for each equality answer. @source DESIGN 6 "tally" */
export async function addToTally(
  trx: Transaction<Tables>,
  place: TallyPlace,
  answers: readonly StoredAnswer[],
): Promise<void> {
  for (const { question, value } of answers)
    await trx
      .insertInto('tally')
      .values({ ...place, question, value, n: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['form', 'period', 'authority', 'question', 'value'])
          .doUpdateSet((eb) => ({ n: eb('tally.n', '+', 1) })),
      )
      .execute()
}
