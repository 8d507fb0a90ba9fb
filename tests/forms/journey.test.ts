import { describe, expect, test } from 'vitest'
import { allForms } from '#forms/all-forms.ts'
import type { CheckContext } from '#forms/answer-schema.ts'
import type { FormDefinition } from '#forms/define-form.ts'
import { type Action, type JourneyState, type Receipt, screensOf, startOf, takeStep } from '#forms/journey.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { selfReferral } from '#forms/self-referral.form.ts'
import { aChoice, aForm, aLine, context as plainContext, service } from '../builders/a-form.ts'

const context = plainContext as unknown as CheckContext
const receipt: Receipt = { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' }
const more = { id: 'more-1', part: 'more', questions: [aLine('wish'), aChoice('soon', ['yes', 'no'])] } as const
const laterMore = {
  id: 'more-2',
  part: 'more',
  questions: [aLine('when', { shownWhen: { question: 'soon', is: 'yes' } })],
} as const

/** Name, then a way, then the number when the way is the phone; two pages of "more", the second sometimes. */
const walk: Pick<FormDefinition, 'pages' | 'confidentialityFirst' | 'tracked'> = {
  confidentialityFirst: true,
  tracked: true,
  pages: [
    { id: 'name', questions: [aLine('name', { required: true })] },
    { id: 'way', questions: [aChoice('way', ['phone', 'letter'], { required: true })] },
    { id: 'number', questions: [aLine('number', { required: true, shownWhen: { question: 'way', is: 'phone' } })] },
    more,
    laterMore,
  ],
}
const form = aForm([], walk)
const received: JourneyState = {
  page: 'name',
  answers: {},
  receipt,
  submission: '0190b1e2-0000-4000-8000-000000000001',
  more: false,
  trackingCode: true,
  changing: false,
}
const at = (page: string, parts: Partial<JourneyState> = {}): JourneyState => ({ ...received, page, ...parts })
const step = (state: JourneyState, action: Action) => takeStep(form, state, action, context)
const filled = { name: 'Sam', way: 'letter' }

describe('the beginning of a journey', () => {
  test('is the confidentiality page, for a form that needs it', () => {
    expect(startOf(form)).toEqual({
      page: 'confidentiality',
      answers: {},
      more: false,
      trackingCode: true,
      changing: false,
    })
  })

  test('is the first page of questions, for a form that does not', () => {
    expect(startOf(aForm([[aLine('name')]])).page).toBe('page-1')
  })

  test('offers a code unless the person says no', () => {
    expect(startOf(form).trackingCode).toBe(true)
  })
})

describe('confidentiality first', () => {
  const { receipt: _none, ...withoutReceipt } = received
  const kinds = ['go-on', 'back', 'stay', 'more', 'check', 'send'] as const
  const pages = ['name', 'way', 'number', 'more-1', 'check']

  test.each(pages.flatMap((page) => kinds.map((kind) => [page, kind] as const)))(
    'comes before %s, whatever is done there (%s)',
    (page, kind) => {
      const taken = takeStep(form, { ...withoutReceipt, page, answers: filled }, { kind }, context)

      expect([taken.state.page, taken.send]).toEqual(['confidentiality', false])
    },
  )

  test('comes before a page that is asked for by name', () => {
    const taken = takeStep(form, { ...withoutReceipt, page: 'check' }, { kind: 'change', page: 'way' }, context)

    expect(taken.state.page).toBe('confidentiality')
  })

  test('keeps what was answered until it has been read', () => {
    const taken = takeStep(form, { ...withoutReceipt, page: 'check', answers: filled }, { kind: 'send' }, context)

    expect(taken.state.answers).toEqual(filled)
  })

  test.each(['understood', 'explain'] as const)(
    'goes on to the first question after "%s": neither answer is wrong',
    (answer) => {
      const taken = takeStep(form, startOf(form), { kind: 'receive', receipt: { ...receipt, answer } }, context)

      expect([taken.state.page, taken.state.receipt?.answer]).toEqual(['name', answer])
    },
  )

  test.each(allForms.filter((each) => each.confidentialityFirst).map((each) => [each.id, each] as const))(
    'is where %s begins',
    (_, definition) => {
      expect(startOf(resolveForm(definition, service)).page).toBe('confidentiality')
    },
  )
})

describe('going on', () => {
  test('leads to the next page', () => {
    expect(step(at('name', { answers: { name: 'Sam' } }), { kind: 'go-on' }).state.page).toBe('way')
  })

  test('stays where an answer is missing, and says which', () => {
    const taken = step(at('name'), { kind: 'go-on' })

    expect([taken.state.page, taken.problems]).toEqual(['name', [{ question: 'name', rule: 'missing' }]])
  })

  test('passes over a page with nothing to ask', () => {
    expect(step(at('way', { answers: filled }), { kind: 'go-on' }).state.page).toBe('check')
  })

  test('meets a page that an answer has opened', () => {
    expect(step(at('way', { answers: { name: 'Sam', way: 'phone' } }), { kind: 'go-on' }).state.page).toBe('number')
  })

  test('skips a page whose questions may all be left: skipping is going on', () => {
    expect(step(at('more-1', { more: true, answers: filled }), { kind: 'go-on' })).toMatchObject({
      state: { page: 'check' },
      problems: [],
    })
  })

  test('drops an answer that is no longer asked for', () => {
    const taken = step(at('way', { answers: { ...filled, number: '1' } }), { kind: 'go-on' })

    expect(taken.state.answers).toEqual(filled)
  })

  test('never sends', () => {
    expect(step(at('check', { answers: filled }), { kind: 'go-on' }).send).toBe(false)
  })
})

describe('going back', () => {
  test('leads to the page before', () => {
    expect(step(at('way'), { kind: 'back' }).state.page).toBe('name')
  })

  test('passes over a page with nothing to ask', () => {
    expect(step(at('check', { answers: filled }), { kind: 'back' }).state.page).toBe('way')
  })

  test('keeps what was typed, right or wrong', () => {
    const taken = step(at('way', { answers: { name: 'far too long a name' } }), { kind: 'back' })

    expect([taken.state.answers, taken.problems]).toEqual([{ name: 'far too long a name' }, []])
  })

  test('from the first page leads to what stays private', () => {
    expect(step(at('name'), { kind: 'back' }).state.page).toBe('confidentiality')
  })

  test('stays on the first screen', () => {
    expect(step(at('confidentiality'), { kind: 'back' }).state.page).toBe('confidentiality')
  })
})

describe('staying, as the language switch does', () => {
  test('keeps page, answers and receipt, and finds no fault', () => {
    const state = at('name', { answers: { name: '' } })

    expect(step(state, { kind: 'stay' })).toEqual({ state, problems: [], send: false })
  })
})

describe('changing an answer from the check page', () => {
  test('leads to its page', () => {
    expect(step(at('check', { answers: filled }), { kind: 'change', page: 'name' }).state).toMatchObject({
      page: 'name',
      changing: true,
    })
  })

  test('returns to the check page', () => {
    const taken = step(at('name', { changing: true, answers: { ...filled, name: 'Mari' } }), { kind: 'go-on' })

    expect(taken.state).toMatchObject({ page: 'check', changing: false, answers: { name: 'Mari', way: 'letter' } })
  })

  test('stops at a page that the change has left incomplete', () => {
    const taken = step(at('way', { changing: true, answers: { name: 'Sam', way: 'phone' } }), { kind: 'go-on' })

    expect([taken.state.page, taken.state.changing, taken.problems]).toEqual(['number', true, []])
  })

  test('returns to the check page once that page is complete', () => {
    const taken = step(at('number', { changing: true, answers: { name: 'Sam', way: 'phone', number: '1' } }), {
      kind: 'go-on',
    })

    expect(taken.state).toMatchObject({ page: 'check', changing: false })
  })

  test('does not return while the answer is wrong', () => {
    const taken = step(at('name', { changing: true, answers: { ...filled, name: ' ' } }), { kind: 'go-on' })

    expect([taken.state.page, taken.problems]).toEqual(['name', [{ question: 'name', rule: 'missing' }]])
  })
})

describe('telling more', () => {
  test('is not asked of anybody who did not choose it', () => {
    expect(screensOf(form, at('check', { answers: filled }))).toEqual(['confidentiality', 'name', 'way', 'check'])
  })

  test('begins at the first page of it', () => {
    expect(step(at('check', { answers: filled }), { kind: 'more' }).state).toMatchObject({ page: 'more-1', more: true })
  })

  test('ends at the check page', () => {
    const taken = step(at('more-1', { more: true, answers: { ...filled, soon: 'no' } }), { kind: 'go-on' })

    expect(taken.state.page).toBe('check')
  })

  test('meets a page of it that an answer has opened', () => {
    const taken = step(at('more-1', { more: true, answers: { ...filled, soon: 'yes' } }), { kind: 'go-on' })

    expect(taken.state.page).toBe('more-2')
  })

  test('can be enough at any page: "check" goes there at once', () => {
    expect(step(at('more-1', { more: true, answers: filled }), { kind: 'check' }).state.page).toBe('check')
  })

  test('keeps a wrong answer on its page even then', () => {
    const taken = step(at('more-1', { more: true, answers: { ...filled, wish: '01234567890' } }), { kind: 'check' })

    expect([taken.state.page, taken.problems]).toEqual(['more-1', [{ question: 'wish', rule: 'tooLong' }]])
  })
})

describe('a page that tells whom to ring', () => {
  const telling = aForm([], {
    pages: [
      { id: 'safe', questions: [aChoice('safe', ['yes', 'no'])] },
      { id: 'help', tells: 'help-now', shownWhen: { question: 'safe', is: 'no' }, questions: [] },
      { id: 'last', questions: [aLine('wish')] },
    ],
  })
  const go = (page: string, kind: 'go-on' | 'check' | 'back' | 'send', parts: Partial<JourneyState>) =>
    takeStep(telling, at(page, parts), { kind }, context)

  test('comes after the answer that calls for it', () => {
    expect(go('safe', 'go-on', { answers: { safe: 'no' } }).state.page).toBe('help')
  })

  test.each([{ safe: 'yes' }, {}])('does not come after %j', (answers) => {
    expect(go('safe', 'go-on', { answers }).state.page).toBe('last')
  })

  test('goes on to the next question, with every answer', () => {
    const { state } = go('help', 'go-on', { answers: { safe: 'no' } })

    expect([state.page, state.answers]).toEqual(['last', { safe: 'no' }])
  })

  test.each([
    ['the answer was changed from the check page', 'go-on', true],
    ['that was enough', 'check', false],
  ] as const)('comes before the check page when %s', (_, kind, changing) => {
    const told = go('safe', kind, { answers: { safe: 'no' }, changing })
    const then = takeStep(telling, told.state, { kind: 'go-on' }, context)

    expect([told.state.page, then.state.page, then.state.changing]).toEqual(['help', 'check', false])
  })

  test('does not stand in the way of sending', () => {
    expect(go('check', 'send', { answers: { safe: 'no' } }).send).toBe(true)
  })
})

describe('sending', () => {
  test('happens when everything is in order', () => {
    expect(step(at('check', { answers: filled }), { kind: 'send' })).toMatchObject({ send: true, problems: [] })
  })

  test('sends only answers to questions that are asked', () => {
    expect(step(at('check', { answers: { ...filled, number: '1' } }), { kind: 'send' }).state.answers).toEqual(filled)
  })

  test('stops at the first page that is incomplete, with its problems', () => {
    const taken = step(at('check', { answers: { way: 'phone' } }), { kind: 'send' })

    expect([taken.send, taken.state.page, taken.state.changing, taken.problems]).toEqual([
      false,
      'name',
      true,
      [{ question: 'name', rule: 'missing' }],
    ])
  })

  test('refuses a combination that would leave a child whom nobody can reach', () => {
    const child = resolveForm(selfReferral, service)
    const state = at('check', { answers: { name: 'Sam', contactMethods: ['come-back'] }, trackingCode: false })
    const taken = takeStep(child, state, { kind: 'send' }, context)

    expect([taken.send, taken.state.page, taken.problems]).toEqual([
      false,
      'check',
      [{ question: 'contactMethods', rule: 'nobodyCouldReach' }],
    ])
  })

  test('asks at once, beside the question, which is meant of a way that is safe and never to be used', () => {
    const child = resolveForm(selfReferral, service)
    const answers = { name: 'Sam', contactMethods: ['text', 'letter'], phone: '07700 900456', letterAddress: 'Tŷ Ni' }
    const alsoSafe = [{ question: 'neverUse', rule: 'alsoSafe' }]
    const careful = at('contact-careful', { answers: { ...answers, neverUse: ['call', 'letter'] }, more: true })
    const goOn = takeStep(child, careful, { kind: 'go-on' }, context)
    // Said first and contradicted later: the page where it can be put right comes, and says why.
    const changed = at('contact', {
      answers: { ...answers, contactMethods: ['text'], neverUse: ['text'] },
      more: true,
      changing: true,
    })
    const changedTo = takeStep(child, changed, { kind: 'go-on' }, context)

    expect([goOn.state.page, goOn.problems, goOn.state.answers.neverUse]).toEqual([
      'contact-careful',
      alsoSafe,
      ['call', 'letter'],
    ])
    expect([changedTo.state.page, changedTo.problems]).toEqual(['contact-careful', alsoSafe])
    expect(
      takeStep(child, { ...careful, answers: { ...answers, neverUse: ['call'] } }, { kind: 'go-on' }, context).problems,
    ).toEqual([])
  })

  test('takes a self-referral with a name, one safe way and the confidentiality page, and nothing else', () => {
    const child = resolveForm(selfReferral, service)
    const state = at('check', { answers: { name: 'Sam', contactMethods: ['come-back'] } })

    expect(takeStep(child, state, { kind: 'send' }, context).send).toBe(true)
  })
})

describe('a self-referral', () => {
  test('asks for a useful first message on six screens', () => {
    const child = resolveForm(selfReferral, service)
    const state = at('check', { answers: { name: 'Sam', contactMethods: ['text'] } })

    expect(screensOf(child, state)).toEqual(['confidentiality', 'name', 'contact', 'contact-details', 'check'])
  })
})
