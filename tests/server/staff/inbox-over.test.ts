import { beforeAll, describe, expect, test } from 'vitest'
import { inboxLists, LINES_ON_PAGE, pickLines } from '#domain/referral/inbox-filter.ts'
import type { Reader } from '#domain/referral/own-cases.ts'
import { londonDay } from '#domain/time/instant.ts'
import { listInbox, listInboxPage } from '#server/operations/inbox.ts'
import { listEveryOpenStory, listEveryStory } from '#server/operations/stories.ts'
import { addToTracked } from '#server/operations/track.ts'
import { aClosedCase, formOf, recorded } from '../../builders/closed-case.ts'
import { arrives, closing } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const coordinator: Reader = { id: 'mari', roles: ['coordinator'] }
const notTold = {
  consent: 'refused',
  reason: 'perygl',
  ground: 'harm-to-child',
  toWhom: ['police'],
  told: 'not-yet',
  whyNotYet: 'ddim yn saff',
  tellBy: '2026-11-04',
  supportContinued: 'yes',
}

/** Something of every kind: on its way, over, and over with something owed all the same. */
async function aDesk(): Promise<TestApp> {
  const app = await makeTestApp()
  let minute = 0
  const next = () => app.setNow(new Date(Date.parse('2026-11-02T09:00:00Z') + ++minute * 60_000).toISOString())
  next()
  await arrives(app, 'self-referral')
  next()
  await aClosedCase(app, { authority: 'gwent' })
  next()
  const passedOn = await arrives(app, 'self-referral')
  await recorded(app, 'passing-on', passedOn.id, notTold)
  await recorded(app, 'closure', passedOn.id, closing)
  next()
  const wrote = await arrives(app, 'self-referral')
  await recorded(app, 'closure', wrote.id, closing)
  next()
  await addToTracked(app, {
    code: wrote.code,
    form: formOf(app, 'child-message'),
    language: 'cy',
    answers: { message: 'helo' },
    idempotencyKey: crypto.randomUUID(),
  })
  next()
  const refused = await arrives(app, 'self-referral')
  const route = app.service.notAcceptedRoutes[0]?.id ?? ''
  await recorded(app, 'screening', refused.id, {
    decision: 'not-accepted',
    notAcceptedReason: 'outside-groups',
    routeGiven: route,
  })
  next()
  await arrives(app, 'join-in')
  const change = await arrives(app, 'advocate-change')
  await recorded(app, 'advocate-change-answer', change.id, { outcome: 'changed' })
  for (let left = LINES_ON_PAGE; left > 0; left -= 1) {
    next()
    await aClosedCase(app)
  }
  return app
}

describe('what is over', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await aDesk()
  })

  test('stands in every list and on every page where the whole desk put in order would have it', async () => {
    const whole = await listInbox(app, coordinator)
    const today = londonDay(app.now())

    for (const list of inboxLists)
      for (const page of [1, 2])
        for (const more of [{}, { answerIn: 'cy' as const }, { authority: 'gwent' }]) {
          const filter = { list, page, ...more }
          expect(await listInboxPage(app, coordinator, filter)).toEqual(pickLines(whole, filter, today))
        }
  })

  test('is not read by the clocks, and nothing that is owed is missed by them', async () => {
    const every = await listEveryStory(app.db)
    const open = await listEveryOpenStory(app.db)

    // Asked for, passed on and not told, written to after the end, and wanting to join in.
    expect(open).toHaveLength(4)
    expect(every.length - open.length).toBe(LINES_ON_PAGE + 3)
  })
})
