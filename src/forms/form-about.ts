import type { Audience } from '#domain/audience.ts'
import type { ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'

/** The question by which an answer says on whose desk it was given: only that desk can be named. */
const ANSWERED_AS = 'answeredAs'

/**
 * A form as it is filled in about a record that is on this desk: what it seals is for that desk, whatever the
 * form would say by itself. A complaint's answer, and what its sender writes later, stay with who reads the
 * complaint.
 *
 * @source LW-14.3; H8; DESIGN 4 "Audiences"
 */
export function formAbout(form: ResolvedForm, audience: Audience): ResolvedForm {
  const { audienceWhen: _chosenByAnswers, ...rest } = form
  const pages = form.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => onDesk(question, audience)),
  }))
  return { ...rest, audience, pages }
}

/** What a form about a record on this desk already knows. */
export function knownAbout(form: ResolvedForm, audience: Audience): Readonly<Record<string, string>> {
  const isAsked = form.pages.some((page) => page.questions.some(({ id }) => id === ANSWERED_AS))
  return isAsked ? { [ANSWERED_AS]: audience } : {}
}

function onDesk(question: ResolvedQuestion, audience: Audience): ResolvedQuestion {
  if (question.id !== ANSWERED_AS || question.kind !== 'choice') return question
  return { ...question, choices: question.choices.filter(({ id }) => id === audience) }
}
