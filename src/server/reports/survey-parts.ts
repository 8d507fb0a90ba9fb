import { observed } from '#server/reports/case.ts'
import { all, answers, by, type Condition, not, says } from '#server/reports/conditions.ts'
import { type CountedPart, countOf, ratioOf, shareOf } from '#server/reports/parts.ts'
import { alone, closings, closureSurveys, type Population, those } from '#server/reports/populations.ts'

/** Cases closed whose young person could be asked: one who cannot instruct is not. @source NI-6 */
export const asked = those(closings, says('nonInstructed', 'no'))

/** One item of a survey: which answers count as yes, and which leave a person out of the share. */
export type Item = {
  readonly id: string
  readonly question: string
  readonly yes: readonly string[]
  /** "Does not fit me": answered, and not in the share. */
  readonly leftOut?: readonly string[]
}

/**
 * One item of the closure survey, in three tables: of those who answered ("not sure" among them, skipped not), of
 * all whom the survey could have asked, and the full spread of answers.
 *
 * @source Q13, Q15; REQUIREMENTS (1) "answered"
 */
export function asksClosure(item: Item): readonly [CountedPart, CountedPart, CountedPart] {
  const { id, question, yes, leftOut = [] } = item
  return [
    shareOf({
      id,
      of: closureSurveys,
      where: all(answers(question), not(says(question, ...leftOut))),
      is: says(question, ...yes),
      among: answers(question),
      asked,
    }),
    ofAllAsked(`${id}-of-all`, says(question, ...yes)),
    spread(`${id}-spread`, closureSurveys, 'closure-survey', question),
  ]
}

/** A share whose whole is everybody who could have been asked, whether they answered or not. */
export function ofAllAsked(id: string, is: Condition): CountedPart {
  return ratioOf({ id, of: those(closureSurveys, is), to: asked })
}

/** One item of the annual survey: of those who answered it, and the full spread. Who was asked nobody knows (H12). */
export function asksAnnual({ id, question, yes, leftOut = [] }: Item): readonly [CountedPart, CountedPart] {
  const surveys = alone('annual-survey')
  return [
    shareOf({
      id,
      of: surveys,
      where: all(answers(question), not(says(question, ...leftOut))),
      is: says(question, ...yes),
    }),
    spread(`${id}-spread`, surveys, 'annual-survey', question),
  ]
}

/** How many gave each answer. */
export function spread(id: string, of: Population, form: string, question: string): CountedPart {
  return countOf({ id, of, where: answers(question), rows: { form, question }, by: by(question) })
}

/** Of those who answered a question with several answers, how many picked each. */
export function sharesPicking({
  id,
  of,
  form,
  question,
  choices,
}: {
  readonly id: string
  readonly of: Population
  readonly form: string
  readonly question: string
  readonly choices: readonly string[]
}): CountedPart {
  return {
    id,
    shape: 'share',
    rows: { form, question },
    count: (facts, span) =>
      of(facts, span)
        .filter(answers(question))
        .flatMap((entry) =>
          choices.map((row) =>
            observed(entry, row, { shape: 'share', numerator: says(question, row)(entry) ? 1 : 0, denominator: 1 }),
          ),
        ),
  }
}
