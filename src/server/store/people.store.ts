import { joining } from '#domain/joining.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'

/** Since when records of some forms are looked for. */
export type Since = { readonly forms: readonly string[]; readonly since: Instant }

/** Ids of what was begun, or had something recorded about it, since these moments. */
export async function listTouched(db: Reader, { forms, since }: Since): Promise<readonly string[]> {
  if (forms.length === 0) return []
  const begun = await db
    .selectFrom('record')
    .select('id')
    .where('about', 'is', null)
    .where('form', 'in', forms)
    .where('received_at', '>=', since)
    .execute()
  const actedOn = await db
    .selectFrom('record')
    .select('about')
    .distinct()
    .where('about', 'is not', null)
    .where('form', 'in', forms)
    .where('received_at', '>=', since)
    .$narrowType<{ about: string }>()
    .execute()
  return [...begun.map(({ id }) => id), ...actedOn.map(({ about }) => about)]
}

/** A record, and what it begins or is about. */
export type Arrival = { readonly id: string; readonly story: string }

/** Records of these forms that came since a moment. */
export async function listArrivals(db: Reader, { forms, since }: Since): Promise<readonly Arrival[]> {
  if (forms.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .select(['id', 'about'])
    .where('form', 'in', forms)
    .where('received_at', '>=', since)
    .execute()
  return rows.map(({ id, about }) => ({ id, story: about ?? id }))
}

/** Ids of what was begun before a moment by one of these forms, and has no closing. */
export async function listNeverClosed(
  db: Reader,
  { forms, before }: { readonly forms: readonly string[]; readonly before: Instant },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('record as beginning')
    .select('id')
    .where('beginning.about', 'is', null)
    .where('beginning.form', 'in', forms)
    .where('beginning.received_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record as closing')
            .select('closing.id')
            .whereRef('closing.about', '=', 'beginning.id')
            .where('closing.form', '=', 'closure'),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** How many records of these forms came before a moment. */
export async function countBefore(
  db: Reader,
  { forms, before }: { readonly forms: readonly string[]; readonly before: Instant },
): Promise<number> {
  const { count } = await db
    .selectFrom('record')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('form', 'in', forms)
    .where('received_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Everything that is one young person's with any of these, each young person's together: once somebody has said that
 * two cases are of one, neither is counted without the other.
 *
 * @returns every id that was given and those that belong to them, each once.
 */
export async function groupByPerson(db: Reader, ids: Iterable<string>): Promise<readonly (readonly string[])[]> {
  const found = new Set(ids)
  const joined = joining()
  let fresh = [...found]
  const known = new Set<string>()
  while (fresh.length > 0) {
    const people = await inBatches(fresh, (some) => listWhose(db, 'about', some))
    for (const { story, person } of people) joined.join(story, person)
    const unasked = [...new Set(people.map(({ person }) => person))].filter((person) => !known.has(person))
    for (const person of unasked) known.add(person)
    const theirs = await inBatches(unasked, (some) => listWhose(db, 'person', some))
    for (const { story, person } of theirs) joined.join(story, person)
    fresh = [...new Set(theirs.map(({ story }) => story))].filter((story) => !found.has(story))
    for (const story of fresh) found.add(story)
  }
  return [...Map.groupBy(found, joined.rootOf).values()]
}

/** Whose each thing is, where somebody has said so: of these things, or of these people. */
function listWhose(db: Reader, by: 'about' | 'person', values: readonly string[]) {
  return db
    .selectFrom('record')
    .select(['about as story', 'person'])
    .where(by, 'in', values)
    .where('about', 'is not', null)
    .where('person', 'is not', null)
    .$narrowType<{ story: string; person: string }>()
    .execute()
}
