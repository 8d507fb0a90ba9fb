import { ALL, NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import type { Reader } from '#server/store/database.ts'

/** The forms that ask for an advocate. More join as they are written. */
export const REFERRAL_FORMS = ['self-referral'] as const

/** What referrals can be grouped by: a column of the record, a counted answer, or nothing. */
export type GroupBy = 'channel' | 'language' | { readonly answer: string } | typeof ALL

/** Referrals received in a span, counted in the database by area and one thing more. */
export async function countReceived(
  db: Reader,
  span: Span,
  part: string,
  by: GroupBy,
): Promise<readonly Observation[]> {
  const groups = await (typeof by === 'object' ? countByAnswer(db, span, by.answer) : countByColumn(db, span, by))
  return groups.map(({ row, authority, count }) => ({
    shape: 'count',
    part,
    row: row ?? NOT_SAID,
    authority,
    count: Number(count),
  }))
}

type Group = { readonly authority: string | null; readonly row: string | null; readonly count: number }

async function countByColumn(db: Reader, span: Span, by: 'channel' | 'language' | typeof ALL): Promise<Group[]> {
  const rows = db.selectFrom(received(db, span))
  if (by === ALL) {
    const groups = await rows
      .select((eb) => ['authority', eb.fn.countAll<number>().as('count')])
      .groupBy('authority')
      .execute()
    return groups.map((group) => ({ ...group, row: ALL }))
  }
  return rows
    .select((eb) => ['authority', eb.ref(by).as('row'), eb.fn.countAll<number>().as('count')])
    .groupBy(['authority', by])
    .execute()
}

async function countByAnswer(db: Reader, span: Span, question: string): Promise<Group[]> {
  return db
    .selectFrom(received(db, span))
    .leftJoin('answer', (join) => join.onRef('answer.record', '=', 'received.id').on('answer.question', '=', question))
    .select((eb) => ['received.authority', 'answer.value as row', eb.fn.countAll<number>().as('count')])
    .groupBy(['received.authority', 'answer.value'])
    .execute()
}

/**
 * The latest record about a referral that names an area wins over what the young person said. Its form is not
 * asked for: SQLite would then look through every screening there is, by the index on forms.
 */
function received(db: Reader, span: Span) {
  return db
    .selectFrom('record as referral')
    .select((eb) => [
      'referral.id',
      'referral.channel',
      'referral.language',
      eb.fn
        .coalesce(
          eb
            .selectFrom('record as later')
            .select('later.authority')
            .whereRef('later.about', '=', 'referral.id')
            .where('later.authority', 'is not', null)
            .orderBy('later.received_at', 'desc')
            .orderBy('later.id', 'desc')
            .limit(1)
            .$asScalar(),
          'referral.authority',
        )
        .as('authority'),
    ])
    .where('referral.form', 'in', [...REFERRAL_FORMS])
    .where('referral.received_at', '>=', span.start)
    .where('referral.received_at', '<', span.cut)
    .as('received')
}
