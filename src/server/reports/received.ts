import type { SelectQueryBuilder } from 'kysely'
import { ALL, NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import type { Reader } from '#server/store/database.ts'
import type { RecordTable, Tables } from '#server/store/tables.ts'

/**
 * The forms that ask for an advocate. What came by them is a referral when it is for the team (a request to a
 * participation manager is none yet) and is no notice of an active offer.
 *
 * @source H4, LW-8.2, Q8, Q12
 */
export const REFERRAL_FORMS = ['self-referral', 'supported-referral'] as const
export type ReferralForm = (typeof REFERRAL_FORMS)[number]

/** What referrals can be grouped by: a column of the record, a counted answer, or nothing. */
export type GroupBy = 'channel' | 'language' | { readonly answer: string } | typeof ALL

/** What to count: for which part of a measure, grouped by what, and only of one form where one is named. */
export type Counting = { readonly part: string; readonly by: GroupBy; readonly form?: ReferralForm }

/** Referrals received in a span, counted in the database by area and one thing more. */
export async function countReceived(
  db: Reader,
  span: Span,
  { part, by, form }: Counting,
): Promise<readonly Observation[]> {
  const rows = db.selectFrom(received(db, span, form ? [form] : REFERRAL_FORMS))
  const groups = await (typeof by === 'object' ? countByAnswer(rows, by.answer) : countByColumn(rows, by))
  return groups.map(({ row, authority, count }) => ({
    shape: 'count',
    part,
    row: row ?? NOT_SAID,
    authority,
    count: Number(count),
  }))
}

type Group = { readonly authority: string | null; readonly row: string | null; readonly count: number }

type Received = Pick<RecordTable, 'id' | 'channel' | 'language' | 'authority'>
type Rows = SelectQueryBuilder<Tables & { received: Received }, 'received', object>

async function countByColumn(rows: Rows, by: 'channel' | 'language' | typeof ALL): Promise<Group[]> {
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

async function countByAnswer(rows: Rows, question: string): Promise<Group[]> {
  return rows
    .leftJoin('answer', (join) => join.onRef('answer.record', '=', 'received.id').on('answer.question', '=', question))
    .select((eb) => ['received.authority', 'answer.value as row', eb.fn.countAll<number>().as('count')])
    .groupBy(['received.authority', 'answer.value'])
    .execute()
}

/**
 * The latest record about a referral that names an area wins over what the young person said. Its form is not
 * asked for: SQLite would then look through every screening there is, by the index on forms.
 */
function received(db: Reader, span: Span, forms: readonly ReferralForm[]) {
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
    .where('referral.form', 'in', [...forms])
    .where('referral.audience', '=', 'team')
    .where('referral.received_at', '>=', span.start)
    .where('referral.received_at', '<', span.cut)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('answer as notice')
            .select('notice.value')
            .whereRef('notice.record', '=', 'referral.id')
            .where('notice.question', '=', 'kind')
            .where('notice.value', '=', 'active-offer'),
        ),
      ),
    )
    .as('received')
}
