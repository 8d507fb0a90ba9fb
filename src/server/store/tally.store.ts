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
  // In one order whoever counts: two at once that took the same counts crosswise would wait for each other.
  for (const { question, value } of answers.toSorted(byName))
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

function byName(a: StoredAnswer, b: StoredAnswer): number {
  return `${a.question} ${a.value}` < `${b.question} ${b.value}` ? -1 : 1
}
