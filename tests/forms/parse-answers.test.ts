import { describe, expect, test } from 'vitest'
import type { CheckContext } from '#forms/answer-schema.ts'
import type { Question } from '#forms/define-form.ts'
import { parseAnswers, problemsOnPage } from '#forms/parse-answers.ts'
import { aChoice, aForm, aLine, context as plainContext } from '../builders/a-form.ts'

const context = plainContext as unknown as CheckContext
const choices = ['red', 'green', 'blue', 'grey'].map((id) => ({ id }))

/** The rule that a value breaks as the only answer of a form, or "fine". */
function verdict(question: Omit<Question, 'id' | 'keep'>, value: unknown): string {
  const form = aForm([[{ ...question, id: 'q', keep: ['sealed'] } as Question]])
  const parsed = parseAnswers(form, { q: value }, context)
  return parsed.ok ? 'fine' : parsed.problems.map(({ rule }) => rule).join(' ')
}

/** What is kept of a value that is fine. */
function kept(question: Omit<Question, 'id' | 'keep'>, value: unknown): unknown {
  const parsed = parseAnswers(aForm([[{ ...question, id: 'q', keep: ['sealed'] } as Question]]), { q: value }, context)
  return parsed.ok ? parsed.answers.q : parsed.problems
}

describe.each(['short-text', 'long-text'] as const)('an answer of %s', (kind) => {
  const question = { kind, maxCharacters: 10 } as Question

  test.each([
    ['one letter', 'a', 'fine'],
    ['as many characters as allowed', '0123456789', 'fine'],
    ['one character more', '0123456789a', 'tooLong'],
    ['spaces at the ends beyond the length', '  0123456789  ', 'fine'],
    ['nothing', '', 'missing'],
    ['only spaces', '   ', 'missing'],
    ['Welsh letters', 'ŵŷâ ËïÔ', 'fine'],
    ['an apostrophe', "O'Brien", 'fine'],
    ['an emoji', '😀', 'fine'],
    ['a line end and a tab', 'a\nb\tc', 'fine'],
    ['a null character', 'a\u0000b', 'unreadable'],
    ['an escape character', 'a\u001bb', 'unreadable'],
    ['a delete character', 'a\u007fb', 'unreadable'],
    ['the mark of broken bytes', 'a\ufffdb', 'unreadable'],
    ['half of an emoji', 'a\ud83d', 'unreadable'],
    ['a number', 12, 'wrongType'],
    ['a list', ['a'], 'wrongType'],
    ['an object', {}, 'wrongType'],
    ['nothing at all (null)', null, 'wrongType'],
    ['yes or no (true)', true, 'wrongType'],
  ])('that is %s', (_, value, rule) => {
    expect(verdict(question, value)).toBe(rule)
  })

  test('is trimmed at the ends and kept as it was written otherwise', () => {
    expect(kept(question, " \n  Siân  ŵ'😀 ")).toBe("Siân  ŵ'😀")
  })
})

describe.each(['choice', 'faces', 'area', 'list'] as const)('an answer of %s', (kind) => {
  const question = { kind, choices } as unknown as Question

  test.each([
    ['a choice', 'red', 'fine'],
    ['no choice of ours', 'pink', 'unknownChoice'],
    ['a choice in capitals', 'RED', 'unknownChoice'],
    ['nothing', '', 'unknownChoice'],
    ['a list', ['red'], 'wrongType'],
    ['a number', 1, 'wrongType'],
    ['null', null, 'wrongType'],
  ])('that is %s', (_, value, rule) => {
    expect(verdict(question, value)).toBe(rule)
  })
})

describe('an answer of several choices', () => {
  const question = { kind: 'choices', choices } as unknown as Question

  test.each([
    ['one choice', ['red'], 'fine'],
    ['every choice', ['red', 'green', 'blue', 'grey'], 'fine'],
    ['an empty list', [], 'missing'],
    ['the same choice twice', ['red', 'red'], 'repeated'],
    ['a choice and something else', ['red', 'pink'], 'unknownChoice'],
    ['a list of numbers', [1], 'wrongType'],
    ['one choice that is no list', 'red', 'wrongType'],
  ])('that is %s', (_, value, rule) => {
    expect(verdict(question, value)).toBe(rule)
  })
})

describe('an answer of ranked choices', () => {
  const question = { kind: 'ranked', ranks: 3, choices } as unknown as Question

  test.each([
    ['one choice', ['red'], 'fine'],
    ['as many as there are ranks', ['red', 'green', 'blue'], 'fine'],
    ['one more', ['red', 'green', 'blue', 'grey'], 'tooMany'],
    ['an empty list', [], 'missing'],
    ['the same choice twice', ['red', 'green', 'red'], 'repeated'],
    ['something else', ['pink'], 'unknownChoice'],
    ['one choice that is no list', 'red', 'wrongType'],
  ])('that is %s', (_, value, rule) => {
    expect(verdict(question, value)).toBe(rule)
  })

  test('keeps its order: the best way first', () => {
    expect(kept(question, ['blue', 'red'])).toEqual(['blue', 'red'])
  })
})

describe('an answer of yes or no', () => {
  test.each([
    ['yes', 'fine'],
    ['no', 'fine'],
    ['maybe', 'unknownChoice'],
    [true, 'wrongType'],
    [1, 'wrongType'],
  ])('that is %j is %s', (value, rule) => {
    expect(verdict({ kind: 'yes-no' } as Question, value)).toBe(rule)
  })
})

describe('an answer that is a number', () => {
  const question = { kind: 'number', smallest: 0, largest: 30 } as Question

  test.each([
    [-1, 'tooSmall'],
    [0, 'fine'],
    [30, 'fine'],
    [31, 'tooBig'],
    [12.5, 'notANumber'],
    ['12', 'notANumber'],
    ['twelve', 'notANumber'],
    [Number.NaN, 'notANumber'],
    [null, 'notANumber'],
  ])('%j is %s', (value, rule) => {
    expect(verdict(question, value)).toBe(rule)
  })
})

describe('an answer that is a date', () => {
  const day = (when: 'past' | 'future' | 'any') => ({ kind: 'date', when }) as Question

  test.each([
    ['2026-11-22', 'fine'],
    ['1900-01-01', 'fine'],
    ['1899-12-31', 'notADate'],
    ['2028-02-29', 'fine'],
    ['2027-02-29', 'notADate'],
    ['2026-02-31', 'notADate'],
    ['2026-13-01', 'notADate'],
    ['2026-00-10', 'notADate'],
    ['2026-1-5', 'notADate'],
    ['31/2/2026', 'notADate'],
    ['tomorrow', 'notADate'],
    ['', 'notADate'],
    ['2026-11-22T00:00:00.000Z', 'notADate'],
    [20261122, 'wrongType'],
  ])('%j is %s', (value, rule) => {
    expect(verdict(day('any'), value)).toBe(rule)
  })

  test.each([
    ['yesterday', '2026-11-21', 'fine'],
    ['today', '2026-11-22', 'fine'],
    ['tomorrow', '2026-11-23', 'inFuture'],
  ])('in the past may be %s (%s): %s', (_, value, rule) => {
    expect(verdict(day('past'), value)).toBe(rule)
  })

  test.each([
    ['yesterday', '2026-11-21', 'inPast'],
    ['today', '2026-11-22', 'fine'],
    ['tomorrow', '2026-11-23', 'fine'],
  ])('in the future may be %s (%s): %s', (_, value, rule) => {
    expect(verdict(day('future'), value)).toBe(rule)
  })

  test('breaks one rule at a time: a date that is none is not in the past as well', () => {
    expect(verdict(day('future'), '2026-02-31')).toBe('notADate')
  })
})

describe('an answer that is a moment', () => {
  const moment = (when: 'past' | 'future') => ({ kind: 'moment', when }) as Question

  test.each([
    ['2026-11-22T12:00:00.000Z', 'fine'],
    ['2026-11-22T12:00:00.001Z', 'inFuture'],
    ['2026-11-22T11:59:59.999Z', 'fine'],
    ['2026-11-22T12:00', 'notADate'],
    ['2026-11-22T13:00:00.000+01:00', 'notADate'],
    ['2026-02-30T12:00:00.000Z', 'notADate'],
    ['now', 'notADate'],
    [1, 'wrongType'],
  ])('in the past: %j is %s', (value, rule) => {
    expect(verdict(moment('past'), value)).toBe(rule)
  })

  test.each([
    ['2026-11-22T12:00:00.000Z', 'fine'],
    ['2026-11-22T11:59:59.999Z', 'inPast'],
  ])('in the future: %j is %s', (value, rule) => {
    expect(verdict(moment('future'), value)).toBe(rule)
  })
})

describe('an answer that is a telephone number', () => {
  test.each([
    ['123456', 'fine'],
    ['12345', 'notAPhone'],
    ['1-2-3-4-5', 'notAPhone'],
    ['07700 900456', 'fine'],
    ['+44 (0)7700 900.456', 'fine'],
    ['(029) 2018-0123', 'fine'],
    ['123456789012345', 'fine'],
    ['1234567890123456', 'notAPhone'],
    ['07700 900456 ask for Sam', 'notAPhone'],
    ['++44 7700 900456', 'notAPhone'],
    ['07700/900456', 'notAPhone'],
    ['1234567890    12345     1', 'tooLong'],
    ['  ', 'missing'],
    [7700900456, 'wrongType'],
  ])('%j is %s', (value, rule) => {
    expect(verdict({ kind: 'phone' } as Question, value).split(' ')[0]).toBe(rule)
  })
})

describe('an answer that is an e-mail address', () => {
  const longest = `${'a'.repeat(242)}@example.com`

  test.each([
    ['sam@example.com', 'fine'],
    ["sam.o'brien+1@ysgol.example", 'fine'],
    ['sam@example', 'notAnEmail'],
    ['sam@', 'notAnEmail'],
    ['sam at example.com', 'notAnEmail'],
    ['sam@example.com, mam@example.com', 'notAnEmail'],
    [' sam@example.com ', 'fine'],
    [longest, 'fine'],
    [`a${longest}`, 'tooLong'],
    ['', 'missing'],
    [{}, 'wrongType'],
  ])('%j is %s', (value, rule) => {
    expect(verdict({ kind: 'email' } as Question, value)).toBe(rule)
  })
})

describe('parseAnswers', () => {
  const form = aForm([
    [aLine('name', { required: true })],
    [aChoice('way', ['phone', 'letter'])],
    [aLine('number', { required: true, shownWhen: { question: 'way', is: 'phone' } })],
  ])

  test('gives the answers back when all is in order', () => {
    expect(parseAnswers(form, { name: 'Sam', way: 'phone', number: '1' }, context)).toEqual({
      ok: true,
      answers: { name: 'Sam', way: 'phone', number: '1' },
    })
  })

  test('asks for an answer that is required', () => {
    expect(parseAnswers(form, {}, context)).toEqual({ ok: false, problems: [{ question: 'name', rule: 'missing' }] })
  })

  test('asks for an answer that another answer makes required', () => {
    expect(parseAnswers(form, { name: 'Sam', way: 'phone' }, context)).toEqual({
      ok: false,
      problems: [{ question: 'number', rule: 'missing' }],
    })
  })

  test('leaves everything else to the sender', () => {
    expect(parseAnswers(form, { name: 'Sam' }, context)).toEqual({ ok: true, answers: { name: 'Sam' } })
  })

  test('refuses an answer to a question that is not asked', () => {
    expect(parseAnswers(form, { name: 'Sam', way: 'letter', number: '1' }, context)).toEqual({
      ok: false,
      problems: [{ question: 'number', rule: 'hidden' }],
    })
  })

  test('refuses a question it does not know', () => {
    expect(parseAnswers(form, { name: 'Sam', shoeSize: '4' }, context)).toEqual({
      ok: false,
      problems: [{ question: 'shoeSize', rule: 'unknownQuestion' }],
    })
  })

  test('cuts the name of a question it does not know, so that no long text comes back', () => {
    const parsed = parseAnswers(form, { name: 'Sam', ['x'.repeat(200)]: '4' }, context)

    expect(parsed.ok || parsed.problems[0]?.question).toBe('x'.repeat(60))
  })

  test.each(['__proto__', 'constructor', 'toString'])('knows no question called %s', (id) => {
    const body: unknown = JSON.parse(`{"name": "Sam", "${id}": "x"}`)

    expect(parseAnswers(form, body, context)).toEqual({
      ok: false,
      problems: [{ question: id, rule: 'unknownQuestion' }],
    })
  })

  test('names every problem at once', () => {
    const parsed = parseAnswers(form, { name: '01234567890', way: 'pigeon', shoeSize: 4 }, context)

    expect(parsed.ok || parsed.problems).toEqual([
      { question: 'shoeSize', rule: 'unknownQuestion' },
      { question: 'name', rule: 'tooLong' },
      { question: 'way', rule: 'unknownChoice' },
    ])
  })

  test.each([[undefined], [null], ['text'], [12], [[]], [true]])('refuses %j in place of answers', (body) => {
    expect(parseAnswers(form, body, context)).toEqual({ ok: false, problems: [{ question: '', rule: 'wrongType' }] })
  })
})

describe('a combination that is refused', () => {
  const form = aForm([[aChoice('way', ['come-back', 'text'])]], {
    refusals: [
      {
        question: 'way',
        rule: 'nobodyCouldReach',
        when: {
          all: [
            { question: 'way', is: 'come-back' },
            { question: 'trackingCode', is: 'no' },
          ],
        },
      },
    ],
  })

  test('is named when both answers are there', () => {
    expect(parseAnswers(form, { way: 'come-back' }, context, { trackingCode: false })).toEqual({
      ok: false,
      problems: [{ question: 'way', rule: 'nobodyCouldReach' }],
    })
  })

  test('is no problem with a code', () => {
    expect(parseAnswers(form, { way: 'come-back' }, context, { trackingCode: true }).ok).toBe(true)
  })

  test('is no problem with another way', () => {
    expect(parseAnswers(form, { way: 'text' }, context, { trackingCode: false }).ok).toBe(true)
  })

  test('is judged only once each answer is fine alone', () => {
    const parsed = parseAnswers(form, { way: 'come-back', other: 1 }, context, { trackingCode: false })

    expect(parsed.ok || parsed.problems).toEqual([{ question: 'other', rule: 'unknownQuestion' }])
  })
})

describe('problemsOnPage', () => {
  const form = aForm([
    [aLine('name', { required: true }), aChoice('way', ['phone', 'letter'])],
    [aLine('number', { required: true, shownWhen: { question: 'way', is: 'phone' } })],
  ])

  test('names only the problems of its page', () => {
    expect(problemsOnPage(form, 'page-1', { way: 'phone' }, context)).toEqual([{ question: 'name', rule: 'missing' }])
  })

  test('passes over questions that are hidden', () => {
    expect(problemsOnPage(form, 'page-2', { way: 'letter' }, context)).toEqual([])
  })

  test('has none for a page that does not exist', () => {
    expect(problemsOnPage(form, 'nowhere', {}, context)).toEqual([])
  })
})
