import { holds, isShown } from '#forms/conditions.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { CHECK, CONFIDENTIALITY, SURVEY_CODE } from '#forms/journey.ts'
import { refusedCombinations } from '#forms/parse-answers.ts'
import type { FormData } from './public-forms.ts'

/** A valid answer to a question, by its kind: what a person might type, with accents, quotes and a line end. */
export function validAnswer(question: ResolvedQuestion): Answer {
  const [first = '', second] = (question.choices ?? []).map(({ id }) => id)
  switch (question.kind) {
    case 'choice':
    case 'faces':
    case 'area':
    case 'list':
    case 'yes-no':
      return first
    case 'choices':
      return second ? [first, second] : [first]
    case 'ranked':
      return [first]
    case 'short-text':
      return "Tŷ gŵydd <b> \"& 'dyfyniad'".slice(0, question.maxCharacters)
    case 'long-text':
      return 'Llinell un: ŵŷ\nLlinell dau: 100% <i>'.slice(0, question.maxCharacters)
    case 'drawing':
      return '0a0a2s2s.5k0a5k2s'
    case 'number':
      return Math.min(question.largest, question.smallest + 14)
    case 'date':
      return question.when === 'past' ? '2020-02-29' : '2032-02-29'
    case 'moment':
      return question.when === 'past' ? '2020-02-29T10:00:00.000Z' : '2032-02-29T10:00:00.000Z'
    case 'phone':
      return '+44 7700 900123'
    case 'email':
      return 'neb@llafar.example'
  }
}

/** How much of a form is answered on a way through it. */
export type HowMuch = 'required' | 'everything'

/** The answers of a way through a form: what the way says, the form's own values, or the kinds'. */
export function answersOf(
  form: ResolvedForm,
  data: FormData,
  { way = {}, howMuch }: { way?: Answers; howMuch: HowMuch },
): Answers {
  const answers: Record<string, Answer> = {}
  for (const question of questionsOf(form)) {
    const isAnswered = howMuch === 'everything' || question.required || question.id in way
    if (isAnswered && isShown(question, answers))
      answers[question.id] =
        way[question.id] ?? data.values?.[question.id] ?? withOthers(form, answers, question) ?? validAnswer(question)
  }
  return answers
}

/** Where the kind's own choices are refused beside the answers so far: the first that is not. */
function withOthers(form: ResolvedForm, answers: Answers, { id, kind, ...question }: ResolvedQuestion) {
  if (kind !== 'choices') return undefined
  const isRefused = (chosen: Answer) =>
    refusedCombinations(form, { ...answers, [id]: chosen }).some((refused) => refused.question === id)
  if (!isRefused(validAnswer({ id, kind, ...question } as ResolvedQuestion))) return undefined
  return question.choices?.map((choice) => [choice.id]).find((chosen) => !isRefused(chosen))
}

/** The screens that a person with these answers meets, in order, as the definition says. */
export function screensFor(
  form: ResolvedForm,
  answers: Answers,
  { more }: { readonly more: boolean },
): readonly string[] {
  const pages = form.pages
    .filter(({ part }) => more || part !== 'more')
    .filter(({ questions, tells, shownWhen }) =>
      tells
        ? shownWhen !== undefined && holds(shownWhen, answers)
        : questions.some((question) => isShown(question, answers)),
    )
    .map(({ id }) => id)
  const doors = [
    ...(form.confidentialityFirst ? [CONFIDENTIALITY] : []),
    ...(form.survey === 'closure' ? [SURVEY_CODE] : []),
  ]
  return [...doors, ...pages, CHECK]
}

/** The questions that a screen asks of somebody with these answers. */
export function askedOn(form: ResolvedForm, screen: string, answers: Answers): readonly ResolvedQuestion[] {
  const page = form.pages.find(({ id }) => id === screen)
  return (page?.questions ?? []).filter((question) => isShown(question, answers))
}
