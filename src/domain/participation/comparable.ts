/**
 * Which answers to two versions of a form may stand beside each other, and as what. Records are never rewritten:
 * each is counted as it was given, under the version it was asked with, and brought together only here.
 *
 * What both versions asked with the same choices under the same name is compared by itself. Everything else is
 * left out of a comparison, unless a {@link Change} says in so many words what belongs together.
 *
 * @source DESIGN 4 "old versions stay readable and countable"; Q15 (a survey is compared only with what was asked alike)
 */

/** What one version of a form asked, each question with the choices it offered. */
export type Asked = {
  readonly form: string
  readonly version: number
  readonly questions: Readonly<Record<string, readonly string[]>>
}

/** One row of a comparison: the choices of either version that are counted together, and its name in a table. */
export type ComparedRow = {
  readonly row: string
  readonly earlier: readonly string[]
  readonly later: readonly string[]
}

/**
 * What became of one question between two versions, when its name or its choices changed and it may still be
 * compared. Every choice of both versions is in one row or is left out; whoever picked one that is left out is in
 * no row and in no base, so that a choice nobody had before moves no share.
 */
export type Change = {
  readonly form: string
  readonly from: number
  readonly to: number
  /** Its name in the later version. */
  readonly question: string
  /** Its name in the earlier version, when that was another. */
  readonly was?: string
  readonly rows: readonly ComparedRow[]
  readonly leftOut?: { readonly earlier?: readonly string[]; readonly later?: readonly string[] }
  /** Why they may be compared, and who said so. */
  readonly because: string
}

/** What earlier versions asked. When a form's `version` is raised, what it asked until then is written down here. */
export const earlierVersions: readonly Asked[] = []

/** Every change after which a question may still be compared. None so far: all forms are at their first version. */
export const changes: readonly Change[] = []

/** A question of two versions: how it is compared, or why it is not. */
export type Comparison = { readonly question: string } & (
  | { readonly isComparable: true; readonly was: string; readonly rows: readonly ComparedRow[] }
  | { readonly isComparable: false; readonly because: 'asked-only-before' | 'asked-only-now' | 'other-choices' }
)

/**
 * Says of every question of two versions of a form whether it may be compared.
 *
 * A choice that was added is another choice list: without a change that says so, the question is not compared. A
 * question that was only worded better keeps its name; one that asks another thing gets a new one.
 *
 * @returns the later version's questions in their order, then those that only the earlier one asked.
 * @throws RangeError when the versions are of two forms, or a change forgets a choice, names one twice, or one that
 *   was not offered.
 */
export function compareVersions(
  earlier: Asked,
  later: Asked,
  known: readonly Change[] = changes,
): readonly Comparison[] {
  if (earlier.form !== later.form) throw new RangeError(`${earlier.form} and ${later.form} are two forms`)
  const between = known.filter(
    ({ form, from, to }) => form === later.form && from === earlier.version && to === later.version,
  )
  const compared = Object.keys(later.questions).map((question) => compareOne(question, earlier, later, between))
  const used = new Set(compared.map((each) => (each.isComparable ? each.was : each.question)))
  const dropped = Object.keys(earlier.questions).filter((question) => !used.has(question))
  return [
    ...compared,
    ...dropped.map((question) => ({ question, isComparable: false, because: 'asked-only-before' }) as const),
  ]
}

function compareOne(question: string, earlier: Asked, later: Asked, between: readonly Change[]): Comparison {
  const now = later.questions[question] ?? []
  const change = between.find((each) => each.question === question)
  const was = change?.was ?? question
  const before = earlier.questions[was]
  if (change) {
    hold(change, 'earlier', before ?? [])
    hold(change, 'later', now)
    return { question, isComparable: true, was, rows: change.rows }
  }
  if (!before) return { question, isComparable: false, because: 'asked-only-now' }
  const isSame = now.length === before.length && now.every((choice) => before.includes(choice))
  if (!isSame) return { question, isComparable: false, because: 'other-choices' }
  return { question, isComparable: true, was, rows: now.map((row) => ({ row, earlier: [row], later: [row] })) }
}

/** Holds that a change says of every choice of a version what becomes of it, once. */
function hold(change: Change, side: 'earlier' | 'later', offered: readonly string[]): void {
  const said = [...change.rows.flatMap((row) => row[side]), ...(change.leftOut?.[side] ?? [])]
  const isWhole = said.length === offered.length && new Set(said).size === said.length
  if (!isWhole || !said.every((choice) => offered.includes(choice)))
    throw new RangeError(
      `${change.form} ${change.question}: the ${side} choices are ${offered.join(', ')}, not ${said.join(', ')}`,
    )
}

/** How many picked each choice of a question, by version. */
export type CountsByChoice = Readonly<Record<string, number>>

/** A row with what was counted for it in both years. */
export type ComparedCounts = { readonly row: string; readonly earlier: number; readonly later: number }

/** Adds the counts of two years up into the rows of a question that may be compared. */
export function compareCounts(
  { rows }: { readonly rows: readonly ComparedRow[] },
  earlier: CountsByChoice,
  later: CountsByChoice,
): readonly ComparedCounts[] {
  const sum = (counts: CountsByChoice, choices: readonly string[]) =>
    choices.reduce((total, choice) => total + (counts[choice] ?? 0), 0)
  return rows.map((row) => ({ row: row.row, earlier: sum(earlier, row.earlier), later: sum(later, row.later) }))
}
