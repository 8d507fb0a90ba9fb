import * as z from 'zod/mini'
import type { IsoDate } from '#domain/time/instant.ts'
import type { ResolvedQuestion } from '#forms/define-form.ts'
import { DRAWING } from '#forms/drawing.ts'

/** The rule an answer broke; its sentence is in the locales under `errors.<rule>`. */
export type Rule = string

/** What the checks need to know of the moment they run in. */
export type CheckContext = {
  readonly today: IsoDate
  /** The present moment as UTC text, for a question that asks when something happened. */
  readonly now: string
}

const PHONE = /^\+?[\d\s().-]{6,24}$/
const DIGITS_IN_PHONE = /\d/g
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The schema of one answer. Its messages are rule names, never sentences: those are in the locales.
 *
 * A `moment` is a UTC instant; a `date` a calendar day; ranked choices are an array, best first.
 */
export function answerSchema(question: ResolvedQuestion, context: CheckContext): z.ZodMiniType {
  switch (question.kind) {
    case 'choice':
    case 'faces':
    case 'area':
    case 'list':
      return choiceSchema(question)
    case 'choices':
      return severalSchema(question, Number.POSITIVE_INFINITY)
    case 'ranked':
      return severalSchema(question, question.ranks)
    case 'yes-no':
      return z.enum(['yes', 'no'], { error: wrong('unknownChoice') })
    case 'short-text':
    case 'long-text':
      return text(question.maxCharacters)
    case 'drawing':
      return z
        .string({ error: 'wrongType' })
        .check(
          z.minLength(1, 'missing'),
          z.maxLength(question.maxCharacters, 'tooLong'),
          z.regex(DRAWING, 'unreadable'),
        )
    case 'number':
      return z
        .int({ error: 'notANumber' })
        .check(z.minimum(question.smallest, 'tooSmall'), z.maximum(question.largest, 'tooBig'))
    case 'date':
      return dateSchema(question.when, context)
    case 'moment':
      return momentSchema(question.when, context)
    case 'phone':
      return text(24).check(z.refine(looksLikePhone, 'notAPhone'))
    case 'email':
      return text(254).check(z.email('notAnEmail'))
  }
}

/** Text with something in it: trimmed at the ends, otherwise byte for byte what was written. */
function text(maxCharacters: number) {
  return z
    .string({ error: 'wrongType' })
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(maxCharacters, 'tooLong'),
      z.refine(isWellFormed, 'unreadable'),
    )
}

/** No control characters but line ends and tabs, no half of a surrogate pair, and no mark of bytes that were no text. */
function isWellFormed(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(value)
}

function wrong(rule: Rule) {
  return (issue: { readonly input?: unknown }) => (typeof issue.input === 'string' ? rule : 'wrongType')
}

function choiceIds(question: ResolvedQuestion): [string, ...string[]] {
  const [first, ...rest] = (question.choices ?? []).map((choice) => choice.id)
  if (first === undefined) throw new Error(`question ${question.id} has no choices: was the form resolved?`)
  return [first, ...rest]
}

function choiceSchema(question: ResolvedQuestion) {
  return z.enum(choiceIds(question), { error: wrong('unknownChoice') })
}

function severalSchema(question: ResolvedQuestion, most: number) {
  const several = z.array(choiceSchema(question), { error: 'wrongType' }).check(
    z.minLength(1, 'missing'),
    z.refine((chosen) => new Set(chosen).size === chosen.length, 'repeated'),
  )
  return Number.isFinite(most) ? several.check(z.maxLength(most, 'tooMany')) : several
}

function dateSchema(when: 'past' | 'future' | 'any', { today }: CheckContext) {
  return z.string({ error: 'wrongType' }).check(
    z.refine(isCalendarDay, { error: 'notADate', abort: true }),
    z.refine((day) => when !== 'past' || day <= today, 'inFuture'),
    z.refine((day) => when !== 'future' || day >= today, 'inPast'),
  )
}

function momentSchema(when: 'past' | 'future', { now }: CheckContext) {
  return z.string({ error: 'wrongType' }).check(
    z.refine((moment) => isUtcInstant(moment), { error: 'notADate', abort: true }),
    z.refine((moment) => when !== 'past' || moment <= now, 'inFuture'),
    z.refine((moment) => when !== 'future' || moment >= now, 'inPast'),
  )
}

function isUtcInstant(value: string): boolean {
  const milliseconds = Date.parse(value)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === value
}

function isCalendarDay(value: string): boolean {
  if (!ISO_DATE.test(value) || value < '1900-01-01') return false
  const date = new Date(`${value}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function looksLikePhone(value: string): boolean {
  const digits = value.match(DIGITS_IN_PHONE)?.length ?? 0
  return PHONE.test(value) && digits >= 6 && digits <= 15
}
