import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages } from '#domain/language/language.ts'
import { allForms } from '#forms/all-forms.ts'
import { type Choice, type Condition, defineForm, type FormDefinition, type Question } from '#forms/define-form.ts'
import type { FormWords } from '#forms/form-words.ts'
import { aLine } from '../builders/a-form.ts'

const symbols = new Set((parse(readFileSync('content/symbols.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id))
const wordsOf = (form: string, language: string): FormWords =>
  JSON.parse(readFileSync(`locales/${language}/forms/${form}.json`, 'utf8')) as FormWords
const questionsOf = (form: FormDefinition): readonly Question[] => form.pages.flatMap((page) => page.questions)
const choicesOf = (question: Question): readonly Choice[] =>
  question.kind === 'yes-no'
    ? [{ id: 'yes' }, { id: 'no' }]
    : 'choices' in question && !('from' in question.choices)
      ? question.choices
      : []
const comesFromService = (question: Question) => 'choices' in question && 'from' in question.choices

/** Kinds in which a person writes freely. */
const open = ['short-text', 'long-text', 'drawing', 'phone', 'email']

/**
 * Every rule that a page of ours can make an answer break, by kind, as answer-schema has them. Not in it: what only
 * another program can send (wrongType, unknownChoice, hidden, unknownQuestion), what a page cannot (tooMany, a number
 * below nought, repeated ticks), and `unreadable`, which has one sentence for all.
 */
function errorsOf(question: Question): readonly string[] {
  const required = question.required ? ['missing'] : []
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return [...required, 'tooLong']
    case 'drawing':
      return [...required, 'tooLong', 'unreadable']
    case 'phone':
      return [...required, 'tooLong', 'notAPhone']
    case 'email':
      return [...required, 'tooLong', 'notAnEmail']
    case 'number':
      return [...required, 'notANumber', 'tooBig', ...(question.smallest > 0 ? ['tooSmall'] : [])]
    case 'date':
    case 'moment': {
      const side = { past: ['inFuture'], future: ['inPast'], any: [] }[question.when]
      return [...required, 'notADate', ...side]
    }
    case 'ranked':
      return [...required, 'repeated']
    default:
      return required
  }
}

describe.each(allForms.map((form) => [form.id, form] as const))('the form %s', (id, form) => {
  const questions = questionsOf(form)

  test('counts nothing that a person writes freely', () => {
    expect(questions.filter(({ kind, keep }) => open.includes(kind) && keep.includes('counted'))).toEqual([])
  })

  test('keeps no written words apart from their record: they could tell who wrote them', () => {
    expect(questions.filter(({ kind, keep }) => open.includes(kind) && keep.includes('apart'))).toEqual([])
  })

  test('keeps every answer for something', () => {
    expect(questions.filter(({ keep }) => keep.length === 0)).toEqual([])
  })

  test('counts a number only coarsely', () => {
    const exact = questions.filter((q) => q.kind === 'number' && q.keep.includes('counted') && q.countAs === undefined)

    expect(exact).toEqual([])
  })

  test('has one to three questions on a page, those that exclude each other left out', () => {
    const crowded = form.pages.filter(
      (page) => page.questions.filter((q) => !q.shownWhen).length > 3 || (!page.questions[0] && !page.tells),
    )

    expect(crowded.map((page) => page.id)).toEqual([])
  })

  test('tells something on a page that asks nothing, right after the answer that calls for it', () => {
    const misplaced = form.pages.filter((page, index) => {
      if (!page.tells) return page.shownWhen !== undefined
      const before = form.pages[index - 1]?.questions.map((question) => question.id) ?? []
      const named = page.shownWhen ? namedIn(page.shownWhen) : []
      return page.questions.length > 0 || named.length === 0 || named.some((name) => !before.includes(name))
    })

    expect(misplaced.map((page) => page.id)).toEqual([])
  })

  test('asks for a drawing only beside a box for words: not everybody can draw', () => {
    const alone = form.pages.filter(
      ({ questions: asked }) =>
        asked.some(({ kind }) => kind === 'drawing') && !asked.some(({ kind }) => kind === 'long-text'),
    )

    expect(alone.map((page) => page.id)).toEqual([])
  })

  test('names each page once', () => {
    expect(new Set(form.pages.map((page) => page.id)).size).toBe(form.pages.length)
  })

  test('has a picture for each symbol it names', () => {
    const named = [
      ...form.pages.flatMap((page) => page.symbol ?? []),
      ...questions.flatMap((question) =>
        [question.symbol ?? [], ...choicesOf(question).map(({ symbol }) => symbol ?? [])].flat(),
      ),
    ]

    expect(named.filter((symbol) => !symbols.has(symbol))).toEqual([])
  })

  test('hangs a question only on questions asked before it', () => {
    const asked = new Set<string>()
    const wrong = questions.filter((question) => {
      const early = question.shownWhen ? namedIn(question.shownWhen).filter((name) => !asked.has(name)) : []
      asked.add(question.id)
      return early.length > 0
    })

    expect(wrong.map((question) => question.id)).toEqual([])
  })

  test('waits only for choices that exist', () => {
    const dead = [...questions, ...form.pages]
      .flatMap(({ shownWhen }) => wantedIn(shownWhen))
      .filter(([name, value]) => {
        const asked = questions.find((question) => question.id === name)
        return asked && !comesFromService(asked) && !choicesOf(asked).some((choice) => choice.id === value)
      })

    expect(dead).toEqual([])
  })

  test('holds no words: they are in the locales', () => {
    const { id: _id, ...rest } = form
    const texts = textsIn(rest).filter((text) => /[\sA-Z]/.test(text) && !/^[a-z][a-zA-Z]*$/.test(text))

    expect(texts).toEqual([])
  })

  describe.each(languages)('in %s', (language) => {
    const words = wordsOf(id, language)

    test('has a title and a word for sending', () => {
      expect([words.title, words.send].every((each) => each.trim() !== '')).toBe(true)
    })

    test('has words for each page, and for no page that is not there', () => {
      expect(Object.keys(words.pages).sort()).toEqual(form.pages.map((page) => page.id).sort())
    })

    test('has words for each question, and for no question that is not there', () => {
      expect(Object.keys(words.questions).sort()).toEqual(questions.map((question) => question.id).sort())
    })

    test('keeps words of earlier versions only for what it asks no more', () => {
      const wrong = Object.entries(words.earlier ?? {}).filter(([id, { label, choices = {} }]) => {
        const now = words.questions[id]
        return now ? label !== undefined || Object.keys(choices).some((choice) => now.choices?.[choice]) : !label
      })

      expect(wrong).toEqual([])
    })

    test.each(questions.map((question) => [question.id, question] as const))(
      'has words for each choice of %s',
      (name, question) => {
        const expected = question.kind === 'yes-no' ? ['yes', 'no'] : choicesOf(question).map((choice) => choice.id)

        expect(Object.keys(words.questions[name]?.choices ?? {}).sort()).toEqual([...expected].sort())
      },
    )

    test.each(questions.map((question) => [question.id, question] as const))(
      'has a sentence for each way in which a page can leave %s wrong',
      (name, question) => {
        const refused = (form.refusals ?? []).filter((refusal) => refusal.question === name).map(({ rule }) => rule)
        const sentences = words.questions[name]?.errors ?? {}

        expect([...errorsOf(question), ...refused].filter((rule) => !sentences[rule]?.trim())).toEqual([])
      },
    )

    test('ends each error as a sentence', () => {
      const sentences = Object.values(words.questions).flatMap(({ errors }) => Object.values(errors ?? {}))

      expect(sentences.filter((sentence) => !/[.?!]$/.test(sentence))).toEqual([])
    })

    test('names in an error of length the length that is allowed, when it names one', () => {
      const wrong = questions.filter((question) => {
        const sentence = words.questions[question.id]?.errors?.tooLong ?? ''
        const named = /\d+/.exec(sentence.replaceAll(/[ ,](?=\d{3}\b)/g, ''))?.[0]
        return named && 'maxCharacters' in question && Number(named) !== question.maxCharacters
      })

      expect(wrong.map((question) => question.id)).toEqual([])
    })
  })

  test('says nothing in Welsh that is the English', () => {
    const welsh = new Map(pairsIn(wordsOf(id, 'cy')))
    const same = pairsIn(wordsOf(id, 'en')).filter(([path, value]) => welsh.get(path) === value)

    expect(same).toEqual([])
  })
})

describe('confidentiality first (H1)', () => {
  /** H1 names the surveys apart: they say who reads the words above their first box. What a form asks when it asks why somebody came: a service's reasons, issues or groups, or words written freely. */
  const asksWhy = (question: Question) =>
    question.kind === 'long-text' ||
    (question.kind === 'short-text' && question.keep.includes('sealed')) ||
    ('choices' in question &&
      'from' in question.choices &&
      ['reasons', 'issues', 'groups'].includes(question.choices.from))

  test.each(
    allForms
      .filter((form) => form.access === 'public' && !form.survey && questionsOf(form).some(asksWhy))
      .map((form) => [form.id, form] as const),
  )('holds for %s, which asks about a situation', (_, form) => {
    expect(form.confidentialityFirst).toBe(true)
  })

  test('holds for asking for an advocate', () => {
    expect(allForms.find((form) => form.id === 'self-referral')?.confidentialityFirst).toBe(true)
  })

  test.each(allForms.filter((form) => form.access === 'tracking').map((form) => [form.id, form] as const))(
    'came before with the referral that %s is about',
    (_, form) => {
      expect(form.about).toBe('referral')
    },
  )
})

describe('all forms', () => {
  test('have names of their own', () => {
    expect(new Set(allForms.map((form) => form.id)).size).toBe(allForms.length)
  })

  test.each(languages)('have a shared sentence in %s for every rule that another program can break', (language) => {
    const { problems } = JSON.parse(readFileSync(`locales/${language}/form.json`, 'utf8')) as {
      problems: Record<string, string>
    }
    const rules = [
      'missing',
      'wrongType',
      'unknownChoice',
      'repeated',
      'tooMany',
      'tooLong',
      'unreadable',
      'notANumber',
      'tooSmall',
      'tooBig',
      'notADate',
      'inFuture',
      'inPast',
      'notAPhone',
      'notAnEmail',
      'unknownQuestion',
      'hidden',
      'unknownLanguage',
    ]

    expect(rules.filter((rule) => !problems[rule]?.trim())).toEqual([])
  })
})

describe('defineForm', () => {
  const form = (questions: readonly Question[]): FormDefinition => ({
    id: 'test',
    version: 1,
    access: 'public',
    audience: 'team',
    confidentialityFirst: false,
    tracked: false,
    pages: [{ id: 'page', questions }],
  })

  test('refuses a question that is asked twice', () => {
    expect(() => defineForm(form([aLine('name'), aLine('name')]))).toThrow('asks name twice')
  })

  test.each(['short-text', 'long-text', 'drawing', 'phone', 'email', 'number'] as const)(
    'refuses to count %s',
    (kind) => {
      expect(() => defineForm(form([aLine('name', { kind, keep: ['counted'] } as Partial<Question>)]))).toThrow(
        'cannot be counted',
      )
    },
  )
})

function namedIn(condition: Condition): readonly string[] {
  return pairsWanted(condition).map(([name]) => name)
}

function wantedIn(condition: Condition | undefined): readonly (readonly [string, string])[] {
  return condition ? pairsWanted(condition) : []
}

function pairsWanted(condition: Condition): readonly (readonly [string, string])[] {
  if ('all' in condition) return condition.all.flatMap(pairsWanted)
  if ('any' in condition) return condition.any.flatMap(pairsWanted)
  if ('not' in condition) return pairsWanted(condition.not)
  const values = typeof condition.is === 'string' ? [condition.is] : condition.is
  return values.map((value) => [condition.question, value] as const)
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function pairsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  // A picture's name is no word.
  return Object.entries(value).flatMap(([key, inner]) => (key === 'symbol' ? [] : pairsIn(inner, `${path}.${key}`)))
}
