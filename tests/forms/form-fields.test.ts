import { describe, expect, test } from 'vitest'
import { allForms } from '#forms/all-forms.ts'
import { type Answer, questionsOf, type ResolvedQuestion } from '#forms/define-form.ts'
import { dateParts, readAction, readAnswers, readState, stateFields } from '#forms/form-fields.ts'
import type { JourneyState } from '#forms/journey.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { aForm, service } from '../builders/a-form.ts'

const nothing: ReadonlySet<string> = new Set()
const fieldsOf = (pairs: readonly (readonly [string, string])[]) =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value]))
const receipt = { version: '2026-11', language: 'cy', format: 'symbols', answer: 'explain' } as const

/** An answer to any question, awkward where it is written by hand. */
function anAnswer({ kind, choices = [] }: ResolvedQuestion): Answer {
  switch (kind) {
    case 'choices':
    case 'ranked':
      return choices.slice(0, 3).map(({ id }) => id)
    case 'number':
      return 12
    case 'date':
      return '2027-03-07'
    case 'moment':
      return '2026-10-25T00:30:00.000Z'
    case 'phone':
      return '+44 (0)7700 900456'
    case 'email':
      return "sam.o'brien+1@example.com"
    case 'drawing':
      return '0a0a2s2s.5k0a5k2s'
    case 'short-text':
      return `Siân O'Brien "ŵŷâ" <b>&amp; 😀 a=b+c%20`
    case 'long-text':
      return 'llinell un\nllinell dau\n\n&a.name=x'
    default:
      return choices[0]?.id ?? ''
  }
}

const states = allForms.flatMap((definition) => {
  const form = resolveForm(definition, service)
  const answers = Object.fromEntries(questionsOf(form).map((question) => [question.id, anAnswer(question)]))
  return form.pages.map((page) => {
    const state: JourneyState = {
      page: page.id,
      answers,
      receipt,
      submission: '0190b1e2-0000-4000-8000-000000000001',
      more: true,
      trackingCode: false,
      changing: true,
    }
    return [definition.id, page.id, form, state] as const
  })
})

describe.each(states)('the hidden fields of %s at %s', (_, pageId, form, state) => {
  test('bring the whole state back', () => {
    expect(readState(form, fieldsOf(stateFields(state, nothing)))).toEqual(state)
  })

  test('leave out what the screen asks itself', () => {
    const asked = new Set(form.pages.find(({ id }) => id === pageId)?.questions.map(({ id }) => id))
    const back = readState(form, fieldsOf(stateFields(state, asked)))

    expect(Object.keys(back.answers).filter((id) => asked.has(id))).toEqual([])
  })
})

describe('a state at its barest', () => {
  const [form] = allForms.map((each) => resolveForm(each, service))
  const bare: JourneyState = { page: 'name', answers: {}, more: false, trackingCode: true, changing: false }

  test('comes back as it was', () => {
    expect(form && readState(form, fieldsOf(stateFields(bare, nothing)))).toEqual(bare)
  })

  test('leaves the choice of a code to the check page, which asks it', () => {
    const names = stateFields({ ...bare, page: 'check', trackingCode: false }, nothing).map(([name]) => name)

    expect(names).not.toContain('code')
  })
})

describe('reading a posted form', () => {
  const question = (kind: string, more: object = {}) =>
    ({ id: 'q', kind, keep: ['sealed'], ...more }) as ResolvedQuestion
  const read = (asked: ResolvedQuestion, body: string) => readAnswers(aForm([[asked]]), new URLSearchParams(body)).q
  const choices = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

  test('takes an empty field for no answer', () => {
    expect(read(question('short-text', { maxCharacters: 10 }), 'a.q=+')).toBeUndefined()
  })

  test('makes line ends plain', () => {
    expect(read(question('long-text', { maxCharacters: 10 }), 'a.q=a%0D%0Ab')).toBe('a\nb')
  })

  test('takes several ticks in their order', () => {
    expect(read(question('choices', { choices }), 'a.q=c&a.q=a')).toEqual(['c', 'a'])
  })

  test('takes ranked choices from their own fields, empty ones left out', () => {
    expect(read(question('ranked', { ranks: 3, choices }), 'a.q=c&a.q.2=&a.q.3=b')).toEqual(['c', 'b'])
  })

  test('makes a number of digits', () => {
    expect(read(question('number', { smallest: 0, largest: 30 }), 'a.q=12')).toBe(12)
  })

  test('leaves what is no number as it was typed', () => {
    expect(read(question('number', { smallest: 0, largest: 30 }), 'a.q=twelve')).toBe('twelve')
  })

  test('puts a date together from its parts', () => {
    expect(read(question('date', { when: 'any' }), 'a.q.day=7&a.q.month=3&a.q.year=2027')).toBe('2027-03-07')
  })

  test.each([
    ['7', '', '2027'],
    ['', '3', '2027'],
    ['7', '3', ''],
    ['31', '2', '2026'],
    ['Mawrth', '3', '26'],
  ])('gives the parts %s, %s and %s back as they were typed, for they are no date', (day, month, year) => {
    const typed = read(question('date', { when: 'any' }), `a.q.day=${day}&a.q.month=${month}&a.q.year=${year}`)

    expect(dateParts(typed)).toEqual({ day, month, year })
  })

  test('takes three empty parts for no answer', () => {
    expect(read(question('date', { when: 'any' }), 'a.q.day=&a.q.month=&a.q.year=')).toBeUndefined()
  })

  test('reads a moment on a London clock: in summer an hour before UTC', () => {
    expect(read(question('moment', { when: 'past' }), 'a.q=2026-07-01T14:05')).toBe('2026-07-01T13:05:00.000Z')
  })

  test('reads a moment on a London clock: in winter as UTC', () => {
    expect(read(question('moment', { when: 'past' }), 'a.q=2026-12-01T14:05')).toBe('2026-12-01T14:05:00.000Z')
  })

  test('passes over a field that is no question', () => {
    expect(
      readAnswers(aForm([[question('short-text', { maxCharacters: 9 })]]), new URLSearchParams('a.other=x')),
    ).toEqual({})
  })

  test('goes to the check page when it does not know the page', () => {
    expect(readState(aForm([]), new URLSearchParams('page=constructor')).page).toBe('check')
  })

  test.each([
    '2026-11 xx symbols understood',
    '2026-11 cy braille understood',
    '2026-11 cy symbols refused',
    '2026-11 cy symbols',
    '',
  ])('believes no receipt that says "%s"', (written) => {
    expect(readState(aForm([]), new URLSearchParams([['receipt', written]])).receipt).toBeUndefined()
  })
})

describe('the parts of a date to show again', () => {
  test.each([
    ['2027-03-07', { day: '7', month: '3', year: '2027' }],
    ['7//2027', { day: '7', month: '', year: '2027' }],
    ['31/2/2026', { day: '31', month: '2', year: '2026' }],
    [undefined, { day: '', month: '', year: '' }],
  ])('of %j are %j', (answer, parts) => {
    expect(dateParts(answer)).toEqual(parts)
  })
})

describe('the button that was pressed', () => {
  const { answer: _answer, ...shown } = receipt

  test.each([
    ['go-on', { kind: 'go-on' }],
    ['back', { kind: 'back' }],
    ['stay', { kind: 'stay' }],
    ['more', { kind: 'more' }],
    ['check', { kind: 'check' }],
    ['send', { kind: 'send' }],
    ['change:name', { kind: 'change', page: 'name' }],
    ['understood', { kind: 'receive', receipt: { ...receipt, answer: 'understood' } }],
    ['explain', { kind: 'receive', receipt: { ...receipt, answer: 'explain' } }],
    ['anything else', { kind: 'go-on' }],
    ['', { kind: 'go-on' }],
  ])('"%s" is read', (pressed, action) => {
    expect(readAction(new URLSearchParams([['do', pressed]]), shown)).toEqual(action)
  })
})
