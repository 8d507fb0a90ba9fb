import { regexes } from 'zod'
import type { Language } from '#domain/language/language.ts'
import type { Condition, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { DRAWING } from '#forms/drawing.ts'
import { type FormWords, wordsOf } from '#forms/form-words.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import type { App } from '#server/app.ts'

/**
 * What answer-schema.ts holds an answer to, as patterns that every JSON Schema validator reads alike: many take a
 * `format` for a note only. tests/api/json-schema.test.ts holds the two together.
 */
const patterns = {
  /** Something besides space. */
  text: '\\S',
  /** A day from 1900 on. */
  date: '^(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$',
  /** A moment in UTC as `toISOString` writes it. */
  moment: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$',
  /** Six to fifteen digits, with what people write between them. */
  phone: '^\\+?[\\s().-]*([0-9][\\s().-]*){6,15}$',
  email: regexes.email.source,
  /** Lines parted by dots, each a row of points: see src/forms/drawing.ts. */
  drawing: DRAWING.source,
} as const

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
  const conditions = questions.flatMap(conditionOf)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(questions.map((question) => [question.id, questionSchema(question, words)])),
    required: always.map(({ id }) => id),
    // An empty list is no JSON Schema.
    ...(conditions.length > 0 && { allOf: conditions }),
  }
}

/** When a question is asked and has to be answered, and that it is not answered when it is not asked. */
function conditionOf({ id, required, shownWhen }: ResolvedQuestion): readonly JsonSchema[] {
  if (!shownWhen) return []
  const condition = {
    if: conditionSchema(shownWhen),
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
    ...(required && { then: { required: [id] } }),
    else: { properties: { [id]: false } },
  }
  return [condition]
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
      return { type: 'string', minLength: 1, maxLength: question.maxCharacters, pattern: patterns.text }
    case 'drawing':
      return { type: 'string', minLength: 1, maxLength: question.maxCharacters, pattern: patterns.drawing }
    case 'date':
      return { type: 'string', format: 'date', pattern: patterns.date }
    case 'moment':
      return { type: 'string', format: 'date-time', pattern: patterns.moment }
    case 'phone':
      return { type: 'string', minLength: 6, maxLength: 24, pattern: patterns.phone }
    case 'email':
      return { type: 'string', format: 'email', maxLength: 254, pattern: patterns.email }
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
  const ofQuestions = questionsOf(form).flatMap((question) => {
    const rule = ruleOf(question)
    return rule ? [{ question: question.id, rule }] : []
  })
  const refused = (form.refusals ?? []).map(({ question, rule }) => ({
    question,
    rule,
    says: words.questions[question]?.errors?.[rule] ?? rule,
  }))
  return [...ofQuestions, ...refused]
}

/** What a schema cannot say of one answer: on which side of now it lies, and that its letters can be read. */
function ruleOf(question: ResolvedQuestion): string | undefined {
  switch (question.kind) {
    case 'date':
      return question.when === 'any' ? undefined : `${question.when} date`
    case 'moment':
      return `${question.when} moment`
    case 'short-text':
    case 'long-text':
      return 'readable text'
    default:
      return undefined
  }
}
