import type { Language } from '#domain/language/language.ts'
import { isSaidBy } from '#domain/service/conditions.ts'
import type { Listed, Service } from '#domain/service/service.ts'
import type {
  Choice,
  FormDefinition,
  Question,
  ResolvedForm,
  ResolvedQuestion,
  ServiceList,
} from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import type { FormWords, QuestionWords } from '#forms/form-words.ts'

const YES_NO: readonly Choice[] = [
  { id: 'yes', symbol: 'yes' },
  { id: 'no', symbol: 'no' },
]

/** Fills a definition in from the service file, and leaves out what is not asked there: what comes out is plain data. */
export function resolveForm(form: FormDefinition, service: Service): ResolvedForm {
  const { audienceWhen, ...rest } = form
  const rules = audienceWhen?.filter(({ onlyIf }) => isSaidBy(service, onlyIf))
  return {
    ...rest,
    ...(rules && rules.length > 0 && { audienceWhen: rules }),
    pages: pagesOf(form, service).map(({ onlyIf: _, ...page }) => ({
      ...page,
      questions: page.questions.map((question) => resolveQuestion(question, service)),
    })),
  }
}

function resolveQuestion(question: Question, service: Service): ResolvedQuestion {
  if (question.kind === 'yes-no') return { ...question, choices: YES_NO }
  if (!('choices' in question)) return question as ResolvedQuestion
  if (!('from' in question.choices)) return { ...question, choices: choicesOf(question.choices, service) }
  const choices = service[question.choices.from].map(({ id, symbol }) => (symbol ? { id, symbol } : { id }))
  return { ...question, choices } as ResolvedQuestion
}

function choicesOf(choices: readonly Choice[], service: Service): readonly Choice[] {
  return choices.filter(({ onlyIf }) => isSaidBy(service, onlyIf)).map(({ onlyIf: _, ...choice }) => choice)
}

function pagesOf(form: FormDefinition, service: Service): FormDefinition['pages'] {
  return form.pages.filter(({ onlyIf }) => isSaidBy(service, onlyIf))
}

/**
 * Adds the service's own words for its lists to the words of a form, and leaves out those of pages that it has not.
 *
 * @throws when the service file has no words in this language.
 */
export function resolveWords(form: FormDefinition, words: FormWords, service: Service, language: Language): FormWords {
  const questions: Record<string, QuestionWords> = { ...words.questions }
  for (const question of form.pages.flatMap((page) => page.questions)) {
    const own = words.questions[question.id]
    if (own && 'choices' in question && 'from' in question.choices)
      questions[question.id] = { ...own, choices: listWords(service, question.choices.from, language) }
  }
  const asked = new Set(pagesOf(form, service).map(({ id }) => id))
  const pages = Object.fromEntries(Object.entries(words.pages).filter(([id]) => asked.has(id)))
  return { ...words, pages, questions }
}

function listWords(service: Service, list: ServiceList, language: Language): Record<string, string> {
  return Object.fromEntries(service[list].map((listed) => [listed.id, inLanguage(listed, language)]))
}

function inLanguage(listed: Listed, language: Language): string {
  const words = listed.words[language]
  if (!words) throw new Error(`the service file has no ${language} words for ${listed.id}`)
  return words
}

/** The choice ids a resolved question offers. */
export function choiceIdsOf(form: ResolvedForm, questionId: string): readonly string[] {
  return (
    questionsOf(form)
      .find(({ id }) => id === questionId)
      ?.choices?.map(({ id }) => id) ?? []
  )
}
