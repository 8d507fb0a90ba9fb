import { describe, expect, test } from 'vitest'
import { allForms } from '#forms/all-forms.ts'
import { type Answer, type Question, questionsOf } from '#forms/define-form.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { splitAnswers } from '#forms/split-answers.ts'
import { aChoice, aForm, aLine, service } from '../builders/a-form.ts'

const several = (id: string, more: Partial<Question>) =>
  ({ id, kind: 'choices', keep: ['counted'], choices: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], ...more }) as Question
const ageQuestion = {
  id: 'age',
  kind: 'number',
  smallest: 0,
  largest: 30,
  keep: ['sealed', 'counted'],
  countAs: 'age-band',
} as const satisfies Question

describe('splitAnswers', () => {
  test('counts a choice that is only counted, and seals nothing', () => {
    expect(splitAnswers(aForm([[aChoice('way', ['text'])]]), { way: 'text' })).toEqual({
      counted: [{ question: 'way', value: 'text' }],
      sealed: {},
      apart: [],
      published: [],
    })
  })

  test('seals words, and counts nothing of them', () => {
    expect(splitAnswers(aForm([[aLine('name')]]), { name: 'Siân' })).toEqual({
      counted: [],
      sealed: { name: 'Siân' },
      apart: [],
      published: [],
    })
  })

  test('keeps an answer that is for both in both', () => {
    const split = splitAnswers(aForm([[aChoice('way', ['text'], { keep: ['sealed', 'counted'] })]]), { way: 'text' })

    expect([split.counted, split.sealed]).toEqual([[{ question: 'way', value: 'text' }], { way: 'text' }])
  })

  test('counts each of several choices', () => {
    expect(splitAnswers(aForm([[several('ways', {})]]), { ways: ['a', 'c'] }).counted).toEqual([
      { question: 'ways', value: 'a' },
      { question: 'ways', value: 'c' },
    ])
  })

  test('counts a ranked answer by its first choice only, and seals the whole order', () => {
    const ranked = several('ways', { kind: 'ranked', ranks: 3, keep: ['sealed', 'counted'] } as Partial<Question>)
    const split = splitAnswers(aForm([[ranked]]), { ways: ['c', 'a'] })

    expect([split.counted, split.sealed]).toEqual([[{ question: 'ways', value: 'c' }], { ways: ['c', 'a'] }])
  })

  test.each([
    [0, '0-5'],
    [5, '0-5'],
    [6, '6-10'],
    [10, '6-10'],
    [11, '11-15'],
    [15, '11-15'],
    [16, '16-17'],
    [17, '16-17'],
    [18, '18-20'],
    [20, '18-20'],
    [21, '21-24'],
    [24, '21-24'],
    [25, '25-over'],
    [30, '25-over'],
  ])('counts the age %i only as its band %s', (age, band) => {
    expect(splitAnswers(aForm([[ageQuestion]]), { age }).counted).toEqual([{ question: 'age', value: band }])
  })

  test('seals the age itself', () => {
    expect(splitAnswers(aForm([[ageQuestion]]), { age: 12 }).sealed).toEqual({ age: 12 })
  })

  test('sets an answer that is kept apart, apart: neither counted with the record nor sealed', () => {
    expect(splitAnswers(aForm([[aChoice('gender', ['girl'], { keep: ['apart'] })]]), { gender: 'girl' })).toEqual({
      counted: [],
      sealed: {},
      apart: [{ question: 'gender', value: 'girl' }],
      published: [],
    })
  })

  test('publishes what staff wrote for the report', () => {
    expect(
      splitAnswers(aForm([[aLine('story', { keep: ['published'] })]]), { story: 'A good year' }).published,
    ).toEqual([{ question: 'story', value: 'A good year' }])
  })

  test('keeps nothing of a question without an answer', () => {
    expect(splitAnswers(aForm([[aLine('name')]]), {})).toEqual({ counted: [], sealed: {}, apart: [], published: [] })
  })
})

describe.each(allForms.map((form) => [form.id, resolveForm(form, service)] as const))('splitting %s', (_, form) => {
  const written = /WRITTEN-BY-A-PERSON/
  const open = new Set(['short-text', 'long-text', 'phone', 'email'])
  const answers: Record<string, Answer> = Object.fromEntries(
    questionsOf(form).map((question) => [
      question.id,
      open.has(question.kind)
        ? `WRITTEN-BY-A-PERSON ${question.id}`
        : question.kind === 'number'
          ? 13
          : question.kind === 'date'
            ? '2027-01-05'
            : question.kind === 'moment'
              ? '2026-11-22T10:00:00.000Z'
              : question.kind === 'choices' || question.kind === 'ranked'
                ? (question.choices ?? []).slice(0, 2).map(({ id }) => id)
                : (question.choices?.[0]?.id ?? ''),
    ]),
  )
  const split = splitAnswers(form, answers)

  test('leaves no written word in the clear', () => {
    expect([...split.counted, ...split.apart].filter(({ value }) => written.test(value))).toEqual([])
  })

  test('leaves no exact age in the clear', () => {
    expect(split.counted.filter(({ value }) => value === '13')).toEqual([])
  })

  test('seals every written word', () => {
    const asked = questionsOf(form).filter(({ kind, keep }) => open.has(kind) && !keep.includes('published'))

    expect(asked.filter(({ id }) => split.sealed[id] !== answers[id]).map(({ id }) => id)).toEqual([])
  })

  test('links no equality answer to the record', () => {
    const apart = new Set(
      questionsOf(form)
        .filter(({ keep }) => keep.includes('apart'))
        .map(({ id }) => id),
    )

    expect(split.counted.filter(({ question }) => apart.has(question))).toEqual([])
  })
})
