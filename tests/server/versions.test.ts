import { randomUUID } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import {
  type Asked,
  type Change,
  changes,
  compareCounts,
  compareVersions,
  earlierVersions,
} from '#domain/participation/comparable.ts'
import { allForms } from '#forms/all-forms.ts'
import { askedBy } from '#forms/asked-by.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { type FormWords, findWords } from '#forms/form-words.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { localeWords } from '#i18n/form-words.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { listAnswers, listEnvelopes } from '#server/store/record.store.ts'
import { AnswerList } from '../../src/islands/staff/inbox/Answers.tsx'
import { answersOf } from '../../src/islands/staff/inbox/open-record.ts'
import { aChoice, aForm, aLine, service } from '../builders/a-form.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

const survey = { id: 'annual-survey', survey: 'annual', audience: 'survey-reader' } as const

/**
 * The survey of the first year: "sometimes" is one choice, the old name of a question is in use, and there is a
 * question that the second year drops.
 */
const first = aForm(
  [
    [aChoice('howOften', ['always', 'sometimes', 'no']), aChoice('listened', ['a-lot', 'a-bit', 'no'])],
    [
      aChoice('heardOf', ['friend', 'worker']),
      aChoice('fair', ['yes', 'no']),
      aChoice('likedTheLeaflet', ['yes', 'no']),
    ],
    [aLine('oneChange')],
  ],
  { ...survey, version: 1 },
)

/**
 * The second year: "sometimes" is split in two, "not-sure" is added to `listened`, `heardOf` is worded so that it
 * asks another thing and so has a new name, and `likedTheLeaflet` is dropped.
 */
const second = aForm(
  [
    [
      aChoice('howOften', ['always', 'often', 'seldom', 'no']),
      aChoice('listened', ['a-lot', 'a-bit', 'no', 'not-sure']),
    ],
    [aChoice('firstHeardOf', ['friend', 'worker', 'internet']), aChoice('fair', ['yes', 'no'])],
    [aLine('oneChange')],
  ],
  { ...survey, version: 2 },
)

/** What is said to belong together: the halves of "sometimes", and that "not-sure" is nobody's answer. */
const said: readonly Change[] = [
  {
    form: 'annual-survey',
    from: 1,
    to: 2,
    question: 'howOften',
    rows: [
      { row: 'always', earlier: ['always'], later: ['always'] },
      { row: 'sometimes', earlier: ['sometimes'], later: ['often', 'seldom'] },
      { row: 'no', earlier: ['no'], later: ['no'] },
    ],
    because: 'The young people of the panel found "sometimes" too wide.',
  },
  {
    form: 'annual-survey',
    from: 1,
    to: 2,
    question: 'listened',
    rows: [
      { row: 'a-lot', earlier: ['a-lot'], later: ['a-lot'] },
      { row: 'a-bit', earlier: ['a-bit'], later: ['a-bit'] },
      { row: 'no', earlier: ['no'], later: ['no'] },
    ],
    leftOut: { later: ['not-sure'] },
    because: 'Who is not sure had to leave it out before.',
  },
]

let app: TestApp
const stored = { first: [] as string[], second: [] as string[] }

async function send(form: ResolvedForm, answers: Answers): Promise<string> {
  const received = await receiveForm(app, {
    form,
    language: 'cy',
    answers,
    receipt: undefined,
    trackingCode: false,
    idempotencyKey: randomUUID(),
  })
  if (received.kind !== 'stored') throw new Error(JSON.stringify(received))
  return received.record
}

beforeAll(async () => {
  app = await makeTestApp({ now: '2026-02-10T10:00:00.000Z' })
  for (const answers of [
    { howOften: 'always', listened: 'a-lot', heardOf: 'friend', fair: 'yes', likedTheLeaflet: 'yes' },
    { howOften: 'sometimes', listened: 'a-bit', heardOf: 'worker', fair: 'yes', likedTheLeaflet: 'no' },
    { howOften: 'sometimes', listened: 'no', fair: 'no', oneChange: 'Mwy o help' },
  ])
    stored.first.push(await send(first, answers))
  app.setNow('2027-02-10T10:00:00.000Z')
  for (const answers of [
    { howOften: 'often', listened: 'not-sure', firstHeardOf: 'internet', fair: 'yes' },
    { howOften: 'seldom', listened: 'a-lot', firstHeardOf: 'friend', fair: 'no' },
    { howOften: 'no', listened: 'a-lot', fair: 'yes' },
    { howOften: 'always', fair: 'yes' },
  ])
    stored.second.push(await send(second, answers))
})

/** Each question and its answer, as a list of answers says them. */
function saidIn(html: string): readonly string[] {
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, label, answer]) => `${label} ${answer}`)
}

/** How many picked each choice of a question, of the records of one version. */
async function countsOf(version: number, question: string): Promise<Record<string, number>> {
  const rows = await app.db
    .selectFrom('answer')
    .innerJoin('record', 'record.id', 'answer.record')
    .where('record.form', '=', 'annual-survey')
    .where('record.version', '=', version)
    .where('question', '=', question)
    .select(({ fn }) => ['value', fn.countAll<number>().as('n')])
    .groupBy('value')
    .execute()
  return Object.fromEntries(rows.map(({ value, n }) => [value, Number(n)]))
}

describe('two versions of a survey, stored one year apart', () => {
  test('keep the version they were asked with', async () => {
    const rows = await app.db.selectFrom('record').select(['id', 'version']).orderBy('received_at').execute()

    expect(
      rows
        .filter(({ version }) => version === 1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...stored.first].sort())
    expect(
      rows
        .filter(({ version }) => version === 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...stored.second].sort())
  })

  test('both count by question and choice', async () => {
    expect([await countsOf(1, 'howOften'), await countsOf(2, 'howOften')]).toEqual([
      { always: 1, sometimes: 2 },
      { always: 1, often: 1, seldom: 1, no: 1 },
    ])
    expect([await countsOf(1, 'listened'), await countsOf(2, 'listened')]).toEqual([
      { 'a-lot': 1, 'a-bit': 1, no: 1 },
      { 'a-lot': 2, 'not-sure': 1 },
    ])
  })

  test('still count a question that is no longer asked', async () => {
    expect(await countsOf(1, 'likedTheLeaflet')).toEqual({ yes: 1, no: 1 })
  })

  test('leave a record of the first version readable: its counted answers, and its words under its own version', async () => {
    const [, , third = ''] = stored.first
    const counted = await listAnswers(app.db, [third])
    const [envelope] = await listEnvelopes(app.db, [third], ['survey-reader'])
    const decrypter = new Decrypter()
    decrypter.addIdentity(await app.identityOf('survey-reader'))

    expect(counted.map(({ question, value }) => `${question}: ${value}`).sort()).toEqual([
      'fair: no',
      'howOften: sometimes',
      'listened: no',
    ])
    expect(JSON.parse(await decrypter.decrypt(new Uint8Array(envelope?.sealed ?? []), 'text'))).toMatchObject({
      form: 'annual-survey',
      version: 1,
      answers: { oneChange: 'Mwy o help' },
    })
  })

  test('are shown to whoever reads them under the words they had', async () => {
    const [, record = ''] = stored.first
    const words: FormWords = {
      title: 'Arolwg',
      send: 'Anfon',
      pages: {},
      questions: {
        howOften: { label: 'Pa mor aml?', choices: { always: 'Bob amser', often: 'Yn aml', seldom: 'Yn anaml' } },
        fair: { label: 'Teg?', choices: { yes: 'Oedd', no: 'Nac oedd' } },
        listened: { label: 'Gwrando?', choices: { 'a-bit': 'Tipyn bach' } },
      },
      earlier: {
        howOften: { choices: { sometimes: 'Weithiau' } },
        heardOf: { label: 'Pwy ddwedodd?', choices: { worker: 'Gweithiwr' } },
        likedTheLeaflet: { label: 'Y daflen?', choices: { no: 'Na' } },
      },
    }
    const counted: Record<string, string[]> = {}
    for (const { question, value } of await listAnswers(app.db, [record]))
      counted[question] = [...(counted[question] ?? []), value]
    const answers = answersOf(second, counted, { kind: 'none' })

    const shown = saidIn(render(h(AnswerList, { of: { form: second, words }, answers })))

    expect(shown.slice(0, 3)).toEqual(['Pa mor aml? Weithiau', 'Gwrando? Tipyn bach', 'Teg? Oedd'])
    expect(shown.slice(3).sort()).toEqual(['Pwy ddwedodd? Gweithiwr', 'Y daflen? Na'])
  })

  test('refuse the old choice of a split one in the new version, and the new ones in the old', async () => {
    await expect(send(second, { howOften: 'sometimes' })).rejects.toThrow('unknownChoice')
    await expect(send(first, { howOften: 'often' })).rejects.toThrow('unknownChoice')
  })
})

describe('comparing the two years', () => {
  const compared = compareVersions(askedBy(first), askedBy(second), said)
  const of = (question: string) => compared.find((each) => each.question === question)

  test('uses of itself only what both asked with the same choices', () => {
    expect(compareVersions(askedBy(first), askedBy(second), [])).toEqual([
      { question: 'howOften', isComparable: false, because: 'other-choices' },
      { question: 'listened', isComparable: false, because: 'other-choices' },
      { question: 'firstHeardOf', isComparable: false, because: 'asked-only-now' },
      {
        question: 'fair',
        isComparable: true,
        was: 'fair',
        rows: [
          { row: 'yes', earlier: ['yes'], later: ['yes'] },
          { row: 'no', earlier: ['no'], later: ['no'] },
        ],
      },
      { question: 'heardOf', isComparable: false, because: 'asked-only-before' },
      { question: 'likedTheLeaflet', isComparable: false, because: 'asked-only-before' },
    ])
  })

  test('counts the halves of a split choice as the whole, when that is said', async () => {
    const howOften = of('howOften')
    const rows = howOften?.isComparable
      ? compareCounts(howOften, await countsOf(1, 'howOften'), await countsOf(2, 'howOften'))
      : []

    expect(rows).toEqual([
      { row: 'always', earlier: 1, later: 1 },
      { row: 'sometimes', earlier: 2, later: 2 },
      { row: 'no', earlier: 0, later: 1 },
    ])
  })

  test('leaves out whoever picked a choice that one year did not have, so that no share moves', async () => {
    const listened = of('listened')
    const rows = listened?.isComparable
      ? compareCounts(listened, await countsOf(1, 'listened'), await countsOf(2, 'listened'))
      : []

    expect(rows).toEqual([
      { row: 'a-lot', earlier: 1, later: 2 },
      { row: 'a-bit', earlier: 1, later: 0 },
      { row: 'no', earlier: 1, later: 0 },
    ])
  })

  test('does not compare a question that asks another thing under a new name', () => {
    expect([of('firstHeardOf'), of('heardOf')]).toEqual([
      { question: 'firstHeardOf', isComparable: false, because: 'asked-only-now' },
      { question: 'heardOf', isComparable: false, because: 'asked-only-before' },
    ])
  })

  test('compares a question under its old name, when that is said', () => {
    const renamed: Change = {
      form: 'annual-survey',
      from: 1,
      to: 2,
      question: 'firstHeardOf',
      was: 'heardOf',
      rows: [
        { row: 'friend', earlier: ['friend'], later: ['friend'] },
        { row: 'worker', earlier: ['worker'], later: ['worker'] },
      ],
      leftOut: { later: ['internet'] },
      because: 'Only the words changed.',
    }
    const [question, ...others] = compareVersions(askedBy(first), askedBy(second), [renamed]).filter((each) =>
      ['heardOf', 'firstHeardOf'].includes(each.question),
    )

    expect([question?.isComparable && question.was, others]).toEqual(['heardOf', []])
  })

  test.each([
    ['forgets a choice', { rows: [{ row: 'yes', earlier: ['yes'], later: ['yes'] }] }],
    ['counts a choice twice', { rows: [{ row: 'all', earlier: ['yes', 'no'], later: ['yes', 'yes'] }] }],
    [
      'names a choice that was not offered',
      { rows: [{ row: 'all', earlier: ['yes', 'maybe'], later: ['yes', 'no'] }] },
    ],
    [
      'names a question that was not asked',
      { was: 'unfair', rows: [{ row: 'all', earlier: ['yes', 'no'], later: ['yes', 'no'] }] },
    ],
  ])('refuses a mapping that %s', (_, wrong) => {
    const change = { form: 'annual-survey', from: 1, to: 2, question: 'fair', because: 'A test.', ...wrong }

    expect(() => compareVersions(askedBy(first), askedBy(second), [change])).toThrow(RangeError)
  })

  test('uses no mapping of other versions', () => {
    const [howOften] = said.map((change) => ({ ...change, from: 2, to: 3 }))

    expect(compareVersions(askedBy(first), askedBy(second), howOften ? [howOften] : [])[0]?.isComparable).toBe(false)
  })

  test('refuses two forms', () => {
    const other: Asked = { form: 'closure-survey', version: 1, questions: {} }

    expect(() => compareVersions(other, askedBy(second))).toThrow(RangeError)
  })
})

describe('the forms as they are', () => {
  test('have written down what each of their earlier versions asked', () => {
    const missing = allForms.flatMap(({ id, version }) =>
      Array.from({ length: version - 1 }, (_, index) => index + 1)
        .filter((earlier) => !earlierVersions.some((asked) => asked.form === id && asked.version === earlier))
        .map((earlier) => `${id} ${earlier}`),
    )

    expect(missing).toEqual([])
  })

  test.each(languages)('have the words in %s of everything that an earlier version asked', (language) => {
    const missing = earlierVersions.flatMap(({ form, questions }) =>
      Object.entries(questions).flatMap(([question, choices]) => {
        const words = findWords(localeWords(form, language), question)
        return choices.filter((choice) => !words?.choices?.[choice]).map((choice) => `${form} ${question} ${choice}`)
      }),
    )

    expect(missing).toEqual([])
  })

  test('have no change but between versions that there were, with every choice in its place', () => {
    const now = allForms.map((form) => askedBy(resolveForm(form, service)))
    const version = (form: string, number: number) =>
      [...earlierVersions, ...now].find((asked) => asked.form === form && asked.version === number)
    const wrong = changes.filter(({ form, from, to }) => {
      const [earlier, later] = [version(form, from), version(form, to)]
      return !earlier || !later || compareVersions(earlier, later).length === 0
    })

    expect(wrong).toEqual([])
  })
})
