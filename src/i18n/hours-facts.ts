import type { Service } from '#domain/service/service.ts'
import type { FormWords, QuestionWords } from '#forms/form-words.ts'
import { putIn } from '#i18n/put-in.ts'

type Hours = Pick<Service, 'firstContactHours' | 'hours'>

/** The hours of the service file, as words name them: `{reviewHours}`. @source DESIGN 10 "hours thresholds" */
export function hoursFacts({ firstContactHours, hours }: Hours) {
  return {
    hours: firstContactHours,
    reviewHours: hours.review,
    approvalHours: hours.approval,
    conferencesHours: hours.conferences,
  }
}

/** The words of a form, with the hours of the service put in where a choice names them. */
export function withHours(words: FormWords, service: Hours): FormWords {
  const questions = mapValues(words.questions, (question) => withHoursIn(question, service))
  return { ...words, questions }
}

function withHoursIn(question: QuestionWords, service: Hours): QuestionWords {
  if (!question.choices) return question
  return { ...question, choices: mapValues(question.choices, (words) => putIn(words, hoursFacts(service))) }
}

function mapValues<Value>(values: Readonly<Record<string, Value>>, change: (value: Value) => Value) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}
