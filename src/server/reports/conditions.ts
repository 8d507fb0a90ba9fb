import { caseAnswers, type Entry } from '#server/reports/case.ts'

/** Something that holds of an entry or does not. */
export type Condition = (entry: Entry) => boolean
/** Into which rows of a table an entry goes: several, where several could be picked. */
export type ByRow = (entry: Entry) => readonly string[]

/** The record says one of these. */
export const says =
  (question: string, ...values: readonly string[]): Condition =>
  ({ counted }) =>
    counted[question]?.some((value) => values.includes(value)) ?? false

/** The record answers the question at all. */
export const answers =
  (question: string): Condition =>
  ({ counted }) =>
    counted[question] !== undefined

/** What is known of the case is one of these. */
export const caseSays =
  (question: string, ...values: readonly string[]): Condition =>
  ({ story }) =>
    caseAnswers(story, question).some((value) => values.includes(value))

/** Something recorded about the case, whenever that was, says one of these. */
export const caseHas =
  (form: string, question: string, ...values: readonly string[]): Condition =>
  ({ story }) =>
    story.records.some(
      (record) => record.form === form && (record.counted[question]?.some((value) => values.includes(value)) ?? false),
    )

export const not =
  (condition: Condition): Condition =>
  (entry) =>
    !condition(entry)

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (entry) =>
    conditions.every((holds) => holds(entry))

export const some =
  (...conditions: readonly Condition[]): Condition =>
  (entry) =>
    conditions.some((holds) => holds(entry))

/** By what the record answers. Where it answers nothing it is in the row of those who did not say. */
export const by =
  (question: string, otherwise: readonly string[] = ['not-said']): ByRow =>
  ({ counted }) =>
    counted[question] ?? otherwise

/** By what is known of the case. */
export const byCase =
  (question: string, otherwise: readonly string[] = ['not-said']): ByRow =>
  ({ story }) => {
    const known = caseAnswers(story, question)
    return known.length > 0 ? known : otherwise
  }

/** Explained to the young person, when work began or by the time it ended. */
export const explained = (what: string): Condition =>
  some(caseHas('start', 'explained', what), caseHas('closure', 'explained', what))
