import { describe, expect, test } from 'vitest'
import { holds, isShown, valuesOf, withoutHidden } from '#forms/conditions.ts'
import { aChoice, aForm, aLine } from '../builders/a-form.ts'

describe('holds', () => {
  test('is true when the one choice is the one wanted', () => {
    expect(holds({ question: 'way', is: 'text' }, { way: 'text' })).toBe(true)
  })

  test('is false when the one choice is another', () => {
    expect(holds({ question: 'way', is: 'text' }, { way: 'call' })).toBe(false)
  })

  test('is true when the choice is any of those wanted', () => {
    expect(holds({ question: 'way', is: ['text', 'call'] }, { way: 'call' })).toBe(true)
  })

  test('is true when one of several choices is wanted', () => {
    expect(holds({ question: 'ways', is: 'call' }, { ways: ['email', 'call'] })).toBe(true)
  })

  test('is false when none of several choices is wanted', () => {
    expect(holds({ question: 'ways', is: 'letter' }, { ways: ['email', 'call'] })).toBe(false)
  })

  test('compares a number by its digits', () => {
    expect(holds({ question: 'age', is: '12' }, { age: 12 })).toBe(true)
  })

  test('lets a question without an answer match nothing', () => {
    expect(holds({ question: 'way', is: 'text' }, {})).toBe(false)
  })

  test('needs every part of "all"', () => {
    const both = {
      all: [
        { question: 'a', is: 'x' },
        { question: 'b', is: 'y' },
      ],
    }

    expect([holds(both, { a: 'x', b: 'y' }), holds(both, { a: 'x', b: 'z' }), holds(both, { b: 'y' })]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('needs one part of "any"', () => {
    const either = {
      any: [
        { question: 'a', is: 'x' },
        { question: 'b', is: 'y' },
      ],
    }

    expect([holds(either, { b: 'y' }), holds(either, { a: 'z', b: 'z' }), holds(either, {})]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('turns its part round with "not", so that no answer is not a match', () => {
    const other = { not: { question: 'a', is: 'x' } }

    expect([holds(other, { a: 'x' }), holds(other, { a: 'z' }), holds(other, {})]).toEqual([false, true, true])
  })
})

describe('isShown', () => {
  const [always, sometimes] = aForm([
    [aLine('name'), aLine('other', { shownWhen: { question: 'name', is: 'Sam' } })],
  ]).pages.flatMap((page) => page.questions)

  test('shows a question without a condition', () => {
    expect(always && isShown(always, {})).toBe(true)
  })

  test('shows a question whose condition is met', () => {
    expect(sometimes && isShown(sometimes, { name: 'Sam' })).toBe(true)
  })

  test('hides a question whose condition is not met', () => {
    expect(sometimes && isShown(sometimes, { name: 'Mari' })).toBe(false)
  })
})

describe('withoutHidden', () => {
  const form = aForm([
    [aChoice('first', ['a', 'b'])],
    [aChoice('second', ['c', 'd'], { shownWhen: { question: 'first', is: 'a' } })],
    [aLine('third', { shownWhen: { question: 'second', is: 'c' } })],
  ])

  test('keeps the answers to questions that are asked', () => {
    expect(withoutHidden(form, { first: 'a', second: 'c', third: 'x' })).toEqual({
      first: 'a',
      second: 'c',
      third: 'x',
    })
  })

  test('leaves out the answer to a hidden question', () => {
    expect(withoutHidden(form, { first: 'a', second: 'd', third: 'x' })).toEqual({ first: 'a', second: 'd' })
  })

  test('leaves out what hangs on a hidden answer too', () => {
    expect(withoutHidden(form, { first: 'b', second: 'c', third: 'x' })).toEqual({ first: 'b' })
  })

  test('leaves out the answer to a question the form does not ask', () => {
    expect(withoutHidden(form, { first: 'b', nonsense: 'x' })).toEqual({ first: 'b' })
  })
})

describe('valuesOf', () => {
  test.each([
    ['text', ['text']],
    [12, ['12']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
  ])('gives %j as %j', (answer, values) => {
    expect(valuesOf(answer)).toEqual(values)
  })
})
