import { isLanguage } from '#domain/language/language.ts'
import { type IsoDate, londonInstant } from '#domain/time/instant.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { type Action, CHECK, CONFIDENTIALITY, type JourneyState, type Receipt, SURVEY_CODE } from '#forms/journey.ts'

/** Posted fields, names and values, in order: from FormData or URLSearchParams. */
export type Fields = { readonly get: (name: string) => unknown; readonly getAll: (name: string) => readonly unknown[] }

/** The field name of a question's answer. */
export function fieldName(question: string): string {
  return `a.${question}`
}

/** The name of the field that carries what the person did. */
export const ACTION_FIELD = 'do'

/** The name of the field that no person sees and no reader speaks: only a machine fills it in. @source DESIGN 4 */
export const TRAP_FIELD = 'website'

/**
 * Writes a journey's state as hidden fields, leaving out the questions that the screen itself asks.
 *
 * @param asked - ids of the questions on the screen.
 */
export function stateFields(state: JourneyState, asked: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const { receipt, submission, surveyCode } = state
  return [
    ['page', state.page],
    ...(submission ? [['submission', submission] as const] : []),
    ...(receipt ? [['receipt', writeReceipt(receipt)] as const] : []),
    ...(surveyCode && state.page !== SURVEY_CODE ? [['surveyCode', surveyCode] as const] : []),
    ...(state.more ? [['more', '1'] as const] : []),
    ...(state.changing ? [['changing', '1'] as const] : []),
    // The check page asks for the code itself.
    ...(!state.trackingCode && state.page !== CHECK ? [['code', 'no'] as const] : []),
    ...Object.entries(state.answers)
      .filter(([question]) => !asked.has(question))
      .flatMap(([question, answer]) => valuesOf(answer).map((value) => [fieldName(question), value] as const)),
  ]
}

function valuesOf(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)]
}

function writeReceipt({ version, language, format, answer }: Receipt): string {
  return [version, language, format, answer].join(' ')
}

/** Reads a journey's state back from posted fields. Anything unreadable is left out, never guessed. */
export function readState(form: ResolvedForm, fields: Fields): JourneyState {
  const receipt = readReceipt(text(fields.get('receipt')))
  const submission = text(fields.get('submission'))
  const surveyCode = text(fields.get('surveyCode')).slice(0, 400)
  return {
    page: readPage(form, text(fields.get('page'))),
    answers: readAnswers(form, fields),
    ...(receipt && { receipt }),
    ...(submission && { submission }),
    ...(surveyCode && { surveyCode }),
    more: fields.get('more') === '1',
    trackingCode: fields.get('code') !== 'no',
    changing: fields.get('changing') === '1',
  }
}

function readPage(form: ResolvedForm, page: string): string {
  const known =
    page === CONFIDENTIALITY || page === SURVEY_CODE || form.pages.some((candidate) => candidate.id === page)
  return known ? page : CHECK
}

/** Reads what the person did from the button they pressed. */
export function readAction(fields: Fields, receipt: Omit<Receipt, 'answer'>): Action {
  const [kind, detail = ''] = text(fields.get(ACTION_FIELD)).split(':')
  switch (kind) {
    case 'understood':
    case 'explain':
      return { kind: 'receive', receipt: { ...receipt, answer: kind } }
    case 'back':
    case 'stay':
    case 'more':
    case 'check':
    case 'send':
      return { kind }
    case 'change':
      return { kind, page: detail }
    default:
      return { kind: 'go-on' }
  }
}

function readReceipt(written: string): Receipt | undefined {
  const [version, language, format, answer] = written.split(' ')
  if (!version || !isLanguage(language)) return undefined
  if (format !== 'text' && format !== 'symbols' && format !== 'read-aloud') return undefined
  if (answer !== 'understood' && answer !== 'explain') return undefined
  return { version, language, format, answer }
}

/** Reads every answer that was posted. Nothing is checked here, save that an empty field is no answer. */
export function readAnswers(form: ResolvedForm, fields: Fields): Answers {
  const answers: Record<string, Answer> = {}
  for (const question of questionsOf(form)) {
    const answer = readAnswer(question, fields)
    if (answer !== undefined) answers[question.id] = answer
  }
  return answers
}

function readAnswer(question: ResolvedQuestion, fields: Fields): Answer | undefined {
  const name = fieldName(question.id)
  const values = fields.getAll(name).map(text).filter(Boolean)
  switch (question.kind) {
    case 'choices':
      return values.length > 0 ? values : undefined
    case 'ranked': {
      const later = Array.from({ length: question.ranks - 1 }, (_, index) => text(fields.get(`${name}.${index + 2}`)))
      const ranked = [...values, ...later.filter(Boolean)]
      return ranked.length > 0 ? ranked : undefined
    }
    case 'date':
      return values[0] ?? readDateParts(name, fields)
    case 'number':
      return values[0] === undefined ? undefined : /^\d{1,9}$/.test(values[0]) ? Number(values[0]) : values[0]
    case 'moment':
      return values[0] === undefined ? undefined : readMoment(values[0])
    default:
      return values[0]
  }
}

/** A moment as the browser's field gives it, on a London clock, becomes UTC; anything else stays as it is. */
function readMoment(typed: string): string {
  const [day, time] = typed.split('T')
  const isLocal = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)
  return isLocal && day && time ? londonInstant(day as IsoDate, time) : typed
}

/** Day, month and year as typed; something that is no date stays as it was typed, so that it can be shown again. */
function readDateParts(name: string, fields: Fields): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(fields.get(`${name}.${part}`)))
  if (!day && !month && !year) return undefined
  const padded = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}$/.test(padded) ? padded : `${day}/${month}/${year}`
}

/** The three parts to show for a date as it was read, right or wrong. */
export function dateParts(answer: Answer | undefined): { day: string; month: string; year: string } {
  const written = typeof answer === 'string' ? answer : ''
  const [first = '', second = '', third = ''] = written.split(/[-/]/)
  const isIso = /^\d{4}-/.test(written)
  return isIso
    ? { day: String(Number(third) || ''), month: String(Number(second) || ''), year: first }
    : { day: first, month: second, year: third }
}

/** A posted value as text, trimmed at the ends; line ends as a form sends them become plain ones. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
