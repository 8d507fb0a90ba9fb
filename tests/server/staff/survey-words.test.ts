import { randomUUID } from 'node:crypto'
import type { APIContext } from 'astro'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Role, roles } from '#domain/roles.ts'
import { forgetKeys } from '#server/operations/forget-keys.ts'
import { handOutSurveyWords, listSurveyWords } from '#server/operations/survey-words.ts'
import { tellOfSurveyWords } from '#server/operations/tell-of-survey-words.ts'
import { GET as readGroup } from '../../../src/pages/api/staff/survey-words/[group].ts'
import { GET as readList } from '../../../src/pages/api/staff/survey-words/index.ts'
import { aClosedCase, received } from '../../builders/closed-case.ts'
import { arrives, openedBy } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const reader = { id: 'reader-1' }

/** A closure survey with words. */
async function closureWords(app: TestApp, doBetter: string) {
  const { surveyCode } = await aClosedCase(app)
  return received(app, 'closure-survey', { doBetter }, { surveyCode })
}
const annualWords = (app: TestApp, oneChange: string) => received(app, 'annual-survey', { oneChange })
const log = (app: TestApp) => app.db.selectFrom('access_log').selectAll().execute()
const outbox = (app: TestApp) =>
  app.db.selectFrom('outbox').selectAll().where('audience', '=', 'survey-reader').execute()

/** Monday 2 November 2026. */
let app: TestApp
beforeEach(async () => {
  app = await makeTestApp({ now: '2026-11-02T10:41:07.000Z' })
})

describe('the words of surveys', () => {
  test('come together with those of their half day, once no key links them to their sending', async () => {
    await closureWords(app, 'mwy o amser')
    await annualWords(app, 'neb')
    const atOnce = await listSurveyWords(app)
    app.setNow('2026-11-02T23:59:59.000Z')
    const sameDay = await listSurveyWords(app)
    app.setNow('2026-11-03T00:00:00.000Z')

    expect([atOnce, sameDay]).toEqual([[], []])
    expect((await listSurveyWords(app)).map(({ id, count }) => [id, count])).toEqual([
      ['annual-survey.2026-11', 1],
      ['closure-survey.2026-11', 1],
    ])
  })

  test('are counted and dated by the month alone, before anything is opened', async () => {
    await arrives(app, 'advocate-change')

    expect(await listSurveyWords(app)).toEqual([
      { id: 'advocate-change.2026-11', form: 'advocate-change', month: '2026-11', count: 1, unread: 1, isLate: false },
    ])
    expect(await log(app)).toEqual([])
  })

  test('are not there where somebody wrote none', async () => {
    await received(app, 'annual-survey', { listenedTo: 'a-lot' })
    app.setNow('2026-11-04T10:00:00.000Z')

    expect(await listSurveyWords(app)).toEqual([])
  })

  test('are opened by the survey reader’s key, and lead nowhere: no id, moment, reference or name', async () => {
    const { id } = await arrives(app, 'advocate-change')
    const { reference } = await app.db
      .selectFrom('record')
      .select('reference')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

    const handed = await handOutSurveyWords(app, reader, 'advocate-change.2026-11')

    expect(await openedBy(app, 'survey-reader', handed?.envelopes)).toEqual([{ whyWords: 'ddim yn gwrando' }])
    expect(Object.keys(handed ?? {}).sort()).toEqual(['envelopes', 'form', 'month'])
    const inside = await insideOf(app, handed?.envelopes)
    for (const mark of [reference ?? '-', id, '10:41', '2026-11-02', 'Gwen'])
      expect(inside.some((text) => text.includes(mark))).toBe(false)
  })

  test('come in the order of nothing that was chosen: not that of arrival', async () => {
    const said = Array.from({ length: 12 }, (_, index) => `geiriau ${index}`)
    for (const words of said) await arrives(app, 'advocate-change', { whyWords: words })

    const first = await handOutSurveyWords(app, reader, 'advocate-change.2026-11')
    const opened = (await openedBy(app, 'survey-reader', first?.envelopes)) as { whyWords: string }[]

    expect(opened.map(({ whyWords }) => whyWords).sort()).toEqual([...said].sort())
    // One in 479 million that chance gives the order of arrival.
    expect(opened.map(({ whyWords }) => whyWords)).not.toEqual(said)
  })

  test('are handed out with a line in the log for each record, once for each time', async () => {
    const { id } = await arrives(app, 'advocate-change')
    await handOutSurveyWords(app, reader, 'advocate-change.2026-11')

    const lines = await log(app)

    expect(lines.map(({ staff, act, record }) => ({ staff, act, record }))).toEqual([
      { staff: 'reader-1', act: 'opened-survey-words', record: id },
    ])
  })

  test('of the annual survey are logged as handed out, and not whose: a line would say between which two they came', async () => {
    await annualWords(app, 'mwy o gerddoriaeth')
    app.setNow('2026-11-03T09:00:00.000Z')

    const handed = await handOutSurveyWords(app, reader, 'annual-survey.2026-11')

    expect(handed?.envelopes).toHaveLength(1)
    expect((await log(app)).map(({ act, record }) => [act, record])).toEqual([['opened-survey-words', null]])
  })

  test('of a group that is not there are nothing, and leave no line', async () => {
    const asked = await Promise.all(
      ['closure-survey.2026-11', 'self-referral.2026-11', 'x', ''].map((group) =>
        handOutSurveyWords(app, reader, group),
      ),
    )

    expect([asked, await log(app)]).toEqual([[undefined, undefined, undefined, undefined], []])
  })
})

describe('words that nobody has read', () => {
  /** Sent on Monday: read by the end of Tuesday, five in the afternoon. @source Q36 */
  const lateAt = async (moment: string) => {
    app.setNow(moment)
    return (await listSurveyWords(app)).find(({ form }) => form === 'closure-survey')
  }

  test('are late after one working day', async () => {
    await closureWords(app, 'mwy o amser')

    expect([
      (await lateAt('2026-11-03T17:00:00.000Z'))?.isLate,
      (await lateAt('2026-11-03T17:00:01.000Z'))?.isLate,
    ]).toEqual([false, true])
  })

  test('are late after as many as the service says', async () => {
    app = await makeTestApp({
      now: '2026-11-02T10:41:07.000Z',
      service: { ...app.service, wordsReadWorkingDays: 2 },
    })
    await closureWords(app, 'mwy o amser')

    expect([
      (await lateAt('2026-11-04T16:59:00.000Z'))?.isLate,
      (await lateAt('2026-11-04T17:01:00.000Z'))?.isLate,
    ]).toEqual([false, true])
  })

  test('are late no more once they were handed out', async () => {
    await closureWords(app, 'mwy o amser')
    app.setNow('2026-11-04T10:00:00.000Z')
    await handOutSurveyWords(app, reader, 'closure-survey.2026-11')

    expect(await lateAt('2026-11-04T10:00:01.000Z')).toMatchObject({ count: 1, unread: 0, isLate: false })
  })

  test('of the annual survey are neither counted as unread nor late', async () => {
    await annualWords(app, 'neb')
    app.setNow('2026-11-20T10:00:00.000Z')

    const [group] = await listSurveyWords(app)

    expect([group?.isLate, group && 'unread' in group]).toEqual([false, false])
  })
})

describe('the notice of survey words', () => {
  test('is queued with none of them, by the hour, once a day, and says no moment but the day', async () => {
    await closureWords(app, 'mwy o amser')
    const atOnce = await outbox(app)
    app.setNow('2026-11-03T01:20:30.000Z')
    await forgetKeys(app)
    const told = [await tellOfSurveyWords(app), await tellOfSurveyWords(app)]
    const [notice, ...others] = await outbox(app)

    expect([atOnce, told, others]).toEqual([[], [true, false], []])
    expect(notice).toMatchObject({
      kind: 'new-survey-words',
      created_at: '2026-11-03T00:00:00.000Z',
      next_at: '2026-11-03T00:00:00.000Z',
    })
  })

  test('comes again the next day while they are unread, and no more once they are read', async () => {
    await closureWords(app, 'mwy o amser')
    const told: boolean[] = []
    for (const day of ['03', '04']) {
      app.setNow(`2026-11-${day}T09:00:00.000Z`)
      told.push(await tellOfSurveyWords(app))
    }
    await handOutSurveyWords(app, reader, 'closure-survey.2026-11')
    app.setNow('2026-11-05T09:00:00.000Z')
    told.push(await tellOfSurveyWords(app))

    expect(told).toEqual([true, true, false])
  })

  test('is never of the annual survey', async () => {
    await annualWords(app, 'neb')
    app.setNow('2026-11-20T10:00:00.000Z')

    expect([await tellOfSurveyWords(app), await outbox(app)]).toEqual([false, []])
  })

  test('is not of a survey in which nobody wrote', async () => {
    const { surveyCode } = await aClosedCase(app)
    await received(app, 'closure-survey', { listened: 'a-lot' }, { surveyCode })
    app.setNow('2026-11-05T09:00:00.000Z')

    expect(await tellOfSurveyWords(app)).toBe(false)
  })
})

describe('a raw request', () => {
  const ask = (given: TestApp, role: Role, group?: string): APIContext => {
    const staff = { id: 'staff-1', name: 'Mari', email: 'm@example.test', roles: [role], secondFactor: true }
    const as = { ...given, signIn: { ...given.signIn, staffOf: async () => staff } }
    const request = new Request('http://localhost:4321/api/staff/survey-words', {
      headers: { 'accept-language': 'en' },
    })
    return { request, params: { group }, locals: { app: as, clientAddress: '203.0.113.7' } } as unknown as APIContext
  }

  test.each(roles.filter((role) => role !== 'survey-reader'))('from a %s gets no list and no words', async (role) => {
    await arrives(app, 'advocate-change')

    const answers = [await readList(ask(app, role)), await readGroup(ask(app, role, 'advocate-change.2026-11'))]

    expect([answers.map(({ status }) => status), await log(app)]).toEqual([[403, 403], []])
  })

  test('from a survey reader gets both', async () => {
    await arrives(app, 'advocate-change')

    const list = await (await readList(ask(app, 'survey-reader'))).json()
    const group = await (await readGroup(ask(app, 'survey-reader', list.groups[0].id))).json()
    const none = await readGroup(ask(app, 'survey-reader', `advocate-change.${randomUUID()}`))

    expect([list.groups.length, group.envelopes.length, none.status]).toEqual([1, 1, 404])
  })
})

/** The whole text inside the envelopes, as whoever holds the key can read it. */
async function insideOf(given: TestApp, envelopes: readonly string[] = []): Promise<readonly string[]> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(await given.identityOf('survey-reader'))
  return Promise.all(envelopes.map((each) => decrypter.decrypt(new Uint8Array(Buffer.from(each, 'base64')), 'text')))
}
