import type { ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import type { FormWords } from '#forms/form-words.ts'

/** The question that a member of staff answers. Who works here changes: its choices are filled in when it is asked. */
const MEMBER_QUESTION = 'advocate'

/** A form with the members who can be named in it now. One that names nobody comes back as it is. */
export function withMembers(form: ResolvedForm, members: readonly string[]): ResolvedForm {
  const fill = (question: ResolvedQuestion): ResolvedQuestion =>
    question.id === MEMBER_QUESTION && question.kind === 'list'
      ? { ...question, choices: [...question.choices, ...members.map((id) => ({ id }))] }
      : question
  return { ...form, pages: form.pages.map((page) => ({ ...page, questions: page.questions.map(fill) })) }
}

/** The words of a form with the names of members, those who have left too: earlier records name them. */
export function withMemberNames(words: FormWords, names: ReadonlyMap<string, string>): FormWords {
  const asked = words.questions[MEMBER_QUESTION]
  if (!asked) return words
  const choices = { ...asked.choices, ...Object.fromEntries(names) }
  return { ...words, questions: { ...words.questions, [MEMBER_QUESTION]: { ...asked, choices } } }
}
