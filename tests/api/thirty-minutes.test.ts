import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#domain/language/language.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { stateFields } from '#forms/form-fields.ts'
import { CHECK, CONFIDENTIALITY, SURVEY_CODE } from '#forms/journey.ts'
import { type AnsweredStep, answerStep } from '#server/http/answer-step.ts'
import { publicForms } from '../browser/public-forms.ts'
import { answersOf, askedOn, screensFor } from '../browser/valid-answers.ts'
import { aClosedCase, formOf } from '../builders/closed-case.ts'
import { everyRow } from '../builders/staff-server.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

type Fields = readonly (readonly [string, string])[]

/** A step as a browser without script posts it: the hidden fields of the page before, and what was filled in. */
function step(
  app: TestApp,
  fields: Fields,
  { form = 'self-referral', language = 'cy' }: { readonly form?: string; readonly language?: Language } = {},
) {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  return answerStep(app, {
    form: formOf(app, form),
    language,
    request: new Request('http://localhost:4321/cy/gofyn-am-eiriolwr/cam', { method: 'POST', body }),
    address: '192.0.2.7',
  })
}

/** The hidden fields of the page that a step answered with. */
function hidden(answered: AnsweredStep, form: ResolvedForm): Fields {
  if (answered.kind === 'sent') throw new Error('it was sent')
  const asked = form.pages.find(({ id }) => id === answered.state.page)?.questions.map(({ id }) => id) ?? []
  return stateFields(answered.state, new Set(asked))
}

/** What is filled in on each page of the shortest way, in order, and the button that is pressed. */
const walk: readonly (readonly [page: string, filled: Fields])[] = [
  ['confidentiality', [['do', 'understood']]],
  [
    'name',
    [
      ['a.name', "Siân Ŵyn O'Brien"],
      ['do', 'go-on'],
    ],
  ],
  [
    'contact',
    [
      ['a.contactMethods', 'come-back'],
      ['do', 'go-on'],
    ],
  ],
  [
    'contact-details',
    [
      ['a.comeBackDay', '2026-11-03'],
      ['do', 'go-on'],
    ],
  ],
  [
    'check',
    [
      ['do', 'send'],
      ['code', 'yes'],
    ],
  ],
]

/** Walks the form from its first page; before every step but the first, `wait` is asked. */
async function walkThrough(app: TestApp, wait: () => Promise<void>): Promise<AnsweredStep> {
  const form = formOf(app, 'self-referral')
  let before: Fields = [['page', 'confidentiality']]
  let answered: AnsweredStep | undefined
  for (const [page, filled] of walk) {
    if (answered) await wait()
    expect(before.find(([name]) => name === 'page')?.[1]).toBe(page)
    answered = await step(app, [...before, ...filled])
    before = answered.kind === 'sent' ? [] : hidden(answered, form)
  }
  if (!answered) throw new Error('nothing was walked')
  return answered
}

describe('thirty idle minutes before every step, without script', () => {
  test('change nothing: every answer is there, and it is sent', async () => {
    const app = await makeTestApp({ now: '2026-11-02T09:00:00.000Z' })
    let minutes = 0
    const sent = await walkThrough(app, async () => {
      minutes += 30
      app.setNow(new Date(Date.parse('2026-11-02T09:00:00.000Z') + minutes * 60_000).toISOString())
    })

    expect([sent.kind, minutes]).toEqual(['sent', 120])
    const [record] = await app.db.selectFrom('record').select('received_at').execute()
    expect(record?.received_at).toBe('2026-11-02T11:00:00.000Z')
  })

  test('leave nothing on the server: before "send" no row of any table is other than it was', async () => {
    const app = await makeTestApp({ now: '2026-11-02T09:00:00.000Z' })
    const [empty, seen] = [await everyRow(app), [] as string[]]
    await walkThrough(app, async () => {
      seen.push(await everyRow(app))
    })

    expect(seen).toEqual([empty, empty, empty, empty])
    expect(app.lines).toEqual([])
  })

  test('may even be spent restarting: each step is answered by a server that never saw the one before', async () => {
    const form = formOf(await makeTestApp(), 'self-referral')
    let before: Fields = [['page', 'confidentiality']]
    let answered: AnsweredStep | undefined
    for (const [, filled] of walk) {
      const another = await makeTestApp({ now: '2026-11-02T09:00:00.000Z' })
      answered = await step(another, [...before, ...filled])
      before = answered.kind === 'sent' ? [] : hidden(answered, form)
    }

    expect(answered?.kind).toBe('sent')
  })

  test('give the same page as no minute at all', async () => {
    const [now, later] = [
      await makeTestApp({ now: '2026-11-02T09:00:00.000Z' }),
      await makeTestApp({ now: '2026-11-02T09:30:00.000Z' }),
    ]
    const posted: Fields = [
      ['page', 'name'],
      ['submission', '0190b1e2-0000-4000-8000-000000000001'],
      ['receipt', '2026-11 cy symbols understood'],
      ['a.name', 'Sam'],
      ['do', 'go-on'],
    ]

    expect(await step(later, posted)).toEqual(await step(now, posted))
  })
})

describe.each(publicForms.flatMap(({ form, data }) => languages.map((language) => [form.id, language, data] as const)))(
  'thirty idle minutes before every step of %s (%s)',
  (id, language, data) => {
    test('change nothing: the shortest way is sent', async () => {
      const began = Date.parse('2026-11-02T09:00:00.000Z')
      const app = await makeTestApp({ now: new Date(began).toISOString() })
      const form = formOf(app, id)
      const answers = answersOf(form, data, { howMuch: 'required' })
      const surveyCode = form.survey === 'closure' ? (await aClosedCase(app)).surveyCode : ''
      const screens = screensFor(form, answers, { more: false })
      let before: Fields = [['page', screens[0] ?? CHECK]]
      let answered: AnsweredStep | undefined
      for (const [index, screen] of screens.entries()) {
        app.setNow(new Date(began + index * 30 * 60_000).toISOString())
        expect(before.find(([name]) => name === 'page')?.[1]).toBe(screen)
        const filled = askedOn(form, screen, answers).flatMap((question) =>
          answers[question.id] === undefined
            ? []
            : valuesOf(answers[question.id] ?? '').map((value) => [`a.${question.id}`, value] as const),
        )
        const button = screen === CONFIDENTIALITY ? 'understood' : screen === CHECK ? 'send' : 'go-on'
        const code = screen === SURVEY_CODE ? [['surveyCode', surveyCode] as const] : []
        answered = await step(app, [...before, ...filled, ...code, ['do', button]], { form: id, language })
        before = answered.kind === 'sent' ? [] : hidden(answered, form)
      }

      expect(answered?.kind).toBe('sent')
    })
  },
)

describe('midnight between two steps', () => {
  const posted = (day: string, page = 'contact-details', action = 'go-on'): Fields => [
    ['page', page],
    ['submission', '0190b1e2-0000-4000-8000-000000000001'],
    ['receipt', '2026-11 cy symbols understood'],
    ['a.name', 'Sam'],
    ['a.contactMethods', 'come-back'],
    ['a.comeBackDay', day],
    ['do', action],
  ]
  const problemsOf = (answered: AnsweredStep) =>
    answered.kind === 'screen' ? answered.problems.map(({ question, rule }) => `${question}: ${rule}`) : [answered.kind]

  test.each([
    ['2026-11-02T23:45:00.000Z', '2026-11-03T00:15:00.000Z', '2026-11-02'],
    // In summer London is an hour ahead: its midnight is at 23:00 UTC.
    ['2026-07-01T22:45:00.000Z', '2026-07-01T23:15:00.000Z', '2026-07-01'],
    // The night on which the clocks go back: midnight is still at 23:00 UTC.
    ['2026-10-24T22:45:00.000Z', '2026-10-24T23:15:00.000Z', '2026-10-24'],
  ])(
    'from %s to %s: a day that was today is then in the past, on its page and at the end',
    async (evening, after, day) => {
      const app = await makeTestApp({ now: evening })
      const onTheDay = problemsOf(await step(app, posted(day)))
      app.setNow(after)
      const thenOnItsPage = await step(app, posted(day))
      const thenAtTheEnd = await step(app, posted(day, 'check', 'send'))

      expect([onTheDay, problemsOf(thenOnItsPage), problemsOf(thenAtTheEnd)]).toEqual([
        [],
        ['comeBackDay: inPast'],
        ['comeBackDay: inPast'],
      ])
      // And nothing that was typed is lost.
      expect(thenAtTheEnd.kind === 'screen' && thenAtTheEnd.state.answers).toEqual({
        name: 'Sam',
        contactMethods: ['come-back'],
        comeBackDay: day,
      })
      expect((await app.db.selectFrom('record').select('id').execute()).length).toBe(0)
    },
  )

  test('leaves a day alone that is still to come', async () => {
    const app = await makeTestApp({ now: '2026-11-02T23:45:00.000Z' })
    app.setNow('2026-11-03T00:15:00.000Z')

    expect(problemsOf(await step(app, posted('2026-11-03', 'check', 'send')))).toEqual(['sent'])
  })
})

describe('the annual survey', () => {
  test('that closes between two steps says so kindly and stores nothing', async () => {
    const open = await makeTestApp()
    const service = { ...open.service, annualSurvey: { opens: '11-01', closes: '11-02' } }
    const app = await makeTestApp({ now: '2026-11-02T23:45:00.000Z', service })
    const posted: Fields = [
      ['page', 'check'],
      ['submission', '0190b1e2-0000-4000-8000-000000000001'],
      ['a.listenedTo', 'a-lot'],
      ['do', 'send'],
    ]
    app.setNow('2026-11-03T00:15:00.000Z')
    const answered = await step(app, posted, { form: 'annual-survey' })

    expect(answered).toMatchObject({ kind: 'screen', status: 403, failure: 'survey-closed' })
    expect((await app.db.selectFrom('record').select('id').execute()).length).toBe(0)
  })
})
