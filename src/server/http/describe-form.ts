import type { Language } from '#domain/language/language.ts'
import type { Condition, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { type FormWords, wordsOf } from '#forms/form-words.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import type { App } from '#server/app.ts'

/** A JSON Schema, as data. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * Describes a form for a program: the JSON Schema 2020-12 of `answers`, with labels as titles and
 * conditions as if/then, and `rules` for what a schema cannot say.
 */
export function describeForm(app: App, form: ResolvedForm, language: Language) {
  const { words } = formScreenWords(form.id, language, app.service)
  return {
    id: form.id,
    version: form.version,
    confidentiality: form.confidentialityFirst ? { version: app.service.confidentiality.version } : null,
    schema: answersSchema(form, words),
    rules: rulesOf(form, words),
  }
}

/** The JSON Schema 2020-12 of a form's answers. */
export function answersSchema(form: ResolvedForm, words: FormWords): JsonSchema {
  const questions = questionsOf(form)
  const always = questions.filter((question) => question.required && !question.shownWhen)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(questions.map((question) => [question.id, questionSchema(question, words)])),
    required: always.map(({ id }) => id),
    allOf: questions.flatMap((question) =>
      question.shownWhen
        ? [
            {
              if: conditionSchema(question.shownWhen),
              // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
              ...(question.required && { then: { required: [question.id] } }),
              else: { properties: { [question.id]: false } },
            },
          ]
        : [],
    ),
  }
}

function questionSchema(question: ResolvedQuestion, words: FormWords): JsonSchema {
  const { label, hint } = wordsOf(words, question.id)
  return { title: label, ...(hint && { description: hint }), ...valueSchema(question, words) }
}

function valueSchema(question: ResolvedQuestion, words: FormWords): JsonSchema {
  const oneOf = (question.choices ?? []).map(({ id }) => ({
    const: id,
    title: wordsOf(words, question.id).choices?.[id] ?? id,
  }))
  switch (question.kind) {
    case 'choices':
      return { type: 'array', items: { oneOf }, minItems: 1, uniqueItems: true }
    case 'ranked':
      return { type: 'array', items: { oneOf }, minItems: 1, maxItems: question.ranks, uniqueItems: true }
    case 'number':
      return { type: 'integer', minimum: question.smallest, maximum: question.largest }
    case 'short-text':
    case 'long-text':
      return { type: 'string', minLength: 1, maxLength: question.maxCharacters }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'moment':
      return { type: 'string', format: 'date-time' }
    case 'phone':
      return { type: 'string', minLength: 6, maxLength: 24 }
    case 'email':
      return { type: 'string', format: 'email', maxLength: 254 }
    default:
      return { oneOf }
  }
}

/** A condition on answers as a schema that answers meeting it fit. */
function conditionSchema(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(conditionSchema) }
  if ('any' in condition) return { anyOf: condition.any.map(conditionSchema) }
  if ('not' in condition) return { not: conditionSchema(condition.not) }
  const values = typeof condition.is === 'string' ? [condition.is] : condition.is
  return {
    properties: { [condition.question]: { anyOf: [{ enum: values }, { type: 'array', contains: { enum: values } }] } },
    required: [condition.question],
  }
}

function rulesOf(form: ResolvedForm, words: FormWords): readonly JsonSchema[] {
  const dates = questionsOf(form).flatMap((question) =>
    question.kind === 'date' && question.when !== 'any'
      ? [{ question: question.id, rule: `${question.when} date` }]
      : [],
  )
  const refused = (form.refusals ?? []).map(({ question, rule }) => ({
    question,
    rule,
    says: words.questions[question]?.errors?.[rule] ?? rule,
  }))
  return [...dates, ...refused]
}
