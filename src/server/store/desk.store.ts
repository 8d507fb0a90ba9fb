import { setImmediate as turn } from 'node:timers/promises'
import type { ExpressionBuilder } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { addHours } from '#domain/time/instant.ts'
import { isSqlite, type Reader } from '#server/store/database.ts'
import type { RecordTable, Tables } from '#server/store/tables.ts'

/** Which of the things that somebody sent are looked for. What is not said is not asked. */
export type OnDesks = {
  readonly forms: readonly string[]
  readonly audiences: readonly Audience[]
  /** Those that are over for certain, or those that may not be. */
  readonly isOver?: boolean | undefined
  readonly language?: Language | undefined
  /** Those that this council is named in, at the sending or later: whoever asks looks which name came last. */
  readonly authority?: string | undefined
  /** On the team's desk, those that were ever given to this member. */
  readonly advocate?: string | undefined
}

/** One of them, without what was recorded about it. */
export type Head = Pick<RecordTable, 'id' | 'form' | 'audience' | 'language' | 'authority' | 'received_at'>

/** The records that began them, newest first. */
export async function listRecordsOnDesks(db: Reader, asked: OnDesks): Promise<readonly RecordTable[]> {
  return bySeason(db, asked, (found) => found.selectAll().orderBy('received_at', 'desc').execute())
}

/** As {@link listRecordsOnDesks}, as much of each as an order needs. What was erased is not among them. */
export async function listHeadsOnDesks(db: Reader, asked: OnDesks): Promise<readonly Head[]> {
  return bySeason(db, asked, (found) =>
    found
      .select(['id', 'form', 'audience', 'language', 'authority', 'received_at'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('record as erasure')
              .select('erasure.id')
              .whereRef('erasure.about', '=', 'record.id')
              .where('erasure.form', '=', 'erasure'),
          ),
        ),
      )
      .orderBy('received_at', 'desc')
      .execute(),
  )
}

/** Looked for at once: a twentieth of five years. */
const SEASON_HOURS = 92 * 24

/**
 * Looks through what came in a season, then in the one before: SQLite answers at once and never lets go, and whoever
 * sends something now is answered between two of them. PostgreSQL works elsewhere, and would look through all endings
 * anew for each season: it is asked once.
 */
async function bySeason<Row>(
  db: Reader,
  asked: OnDesks,
  look: (found: ReturnType<typeof onDesks>) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (isNothing(asked)) return []
  if (!isSqlite(db)) return look(onDesks(db, asked))
  const { first, last } = await db
    .selectFrom('record')
    .select(({ fn }) => [fn.min('received_at').as('first'), fn.max('received_at').as('last')])
    .where('about', 'is', null)
    .where('form', 'in', asked.forms)
    .executeTakeFirstOrThrow()
  const rows: Row[] = []
  for (let until = last, isNewest = true; until && until >= first; isNewest = false) {
    const from = addHours(until, -SEASON_HOURS)
    let found = onDesks(db, asked).where('received_at', '>', from)
    // What comes while this is looked for belongs to the newest.
    if (!isNewest) found = found.where('received_at', '<=', until)
    for (const row of await look(found)) rows.push(row)
    until = from
    await turn()
  }
  return rows
}

function isNothing({ forms, audiences }: OnDesks): boolean {
  return forms.length === 0 || audiences.length === 0
}

function onDesks(db: Reader, { forms, audiences, isOver, language, authority, advocate }: OnDesks) {
  let found = db.selectFrom('record').where('form', 'in', forms).where('audience', 'in', audiences)
  if (isOver !== undefined) found = found.where((eb) => (isOver ? overFor(eb) : eb.not(overFor(eb))))
  if (language !== undefined) found = found.where('language', '=', language)
  if (authority !== undefined)
    found = found.where(({ eb, or }) =>
      or([
        eb('authority', '=', authority),
        eb('id', 'in', aboutWhich(db).where('question', '=', 'authority').where('value', '=', authority)),
      ]),
    )
  if (advocate !== undefined)
    found = found.where(({ eb, or }) =>
      or([
        eb('audience', '!=', 'team'),
        eb('id', 'in', aboutWhich(db).where('question', '=', 'advocate').where('value', '=', advocate)),
      ]),
    )
  return found
}

/** What records are about, by what they answer. */
function aboutWhich(db: Reader) {
  return db
    .selectFrom('record as later')
    .innerJoin('answer', 'answer.record', 'later.id')
    .select('later.about')
    .where('later.about', 'is not', null)
    .$castTo<{ about: string }>()
}

/** What ends a thing: nobody has to do anything about it any more. */
const endings = ['closure', 'feedback-answer', 'advocate-change-answer', 'erasure']

/**
 * It was ended or not accepted, and nothing in it can be owed after that: nothing was passed on, and the young person
 * has written nothing. The fold decides (`src/domain/referral/standing.ts`); this only spares it what it would find over.
 */
function overFor(expressions: ExpressionBuilder<Tables, 'record'>) {
  const { and, or, not, exists, selectFrom } = expressions
  const later = selectFrom('record as later').select('later.id').whereRef('later.about', '=', 'record.id')
  const decided = (decision: string) =>
    later
      .innerJoin('answer', 'answer.record', 'later.id')
      .where('later.form', '=', 'screening')
      .where('answer.question', '=', 'decision')
      .where('answer.value', '=', decision)
  return and([
    or([
      exists(later.where('later.form', 'in', endings)),
      and([
        exists(decided('not-accepted')),
        not(exists(decided('accepted'))),
        not(exists(later.where('later.form', '=', 'hours'))),
      ]),
    ]),
    not(
      exists(
        later.where(({ eb, or }) => or([eb('later.form', '=', 'passing-on'), eb('later.form', 'like', 'child-%')])),
      ),
    ),
  ])
}
