import { paths } from '#i18n/paths.ts'
import { putIn } from '#i18n/put-in.ts'
import cy from '#locales/cy/staff.json' with { type: 'json' }
import cyTrack from '#locales/cy/track.json' with { type: 'json' }
import en from '#locales/en/staff.json' with { type: 'json' }
import { clockFrom } from '../builders/server-clock.ts'
import { askFrom } from './ask-from.ts'
import { damage, fillIn, linesOf, openForm, personsOf, record } from './fortnight-desk.ts'
import { closing, complaint, days, passedOn, sian, started } from './fortnight-story.ts'
import { gather, refusal, workOf } from './fortnight-team.ts'
import { expect, test } from './llafar.ts'
import { sendByApi } from './send-by-api.ts'
import { openReferral, signInAgain } from './staff.ts'
import { track } from './track.ts'

test.use({ ownServer: 'fortnight', serverOptions: clockFrom(`${days[0]}T09:00:00.000Z`) })

test('a fortnight: thirty ask, two coordinators and a complaints lead work, and nobody is missed', async ({
  page,
  browser,
  server,
  watch,
}) => {
  test.setTimeout(600_000)
  const team = await gather({ page, browser, server, watch })
  const { mari, ifan, non, child, to } = team
  const { asked, one, line, does, did, morning } = workOf(server, team)
  const inWelsh = { page: mari.page, language: 'cy', server, watch } as const
  const inEnglish = { page: ifan.page, language: 'en', server, watch } as const
  const open = async (index: number) => {
    await mari.page.goto(paths.staff.cy)
    await openReferral(mari.page, one(index).reference, mari.paper, 'cy')
  }
  const indexesOf = async (
    search: string,
    isWanted: (each: Awaited<ReturnType<typeof line>>) => boolean = () => true,
  ) =>
    (await linesOf(mari.page, search))
      .filter(isWanted)
      .map(({ reference }) => asked.findIndex((each) => each.reference === reference))

  await test.step('a whole case in Welsh, by hand: one clock with two faces, and no closing without a return', async () => {
    await morning(0, sian)
    await open(2)
    await record(inWelsh, 'screening', { decision: 'accepted' })
    const when = (await line(2)).due?.when ?? 'no time'
    await expect(mari.page.locator('.due').first()).toContainText(putIn(cy.inbox.dueKinds.contact, { when }))
    await track(child, one(2).code, 'cy')
    await expect(child.locator('.steps .is-now')).toContainText(when)
    await record(inWelsh, 'contact', { outcome: 'reached', method: 'call' })
    await track(child, one(2).code, 'cy')
    await expect(child.locator('main')).toContainText(cyTrack.status.contacted)
    await record(inWelsh, 'allocation', { advocate: 'not-here', advocateFirstName: 'Gwen', why: 'first' })
    await record(inWelsh, 'start', started)
    await record(inWelsh, 'hours', { workedOn: '2026-11-02', minutesWithChild: 490 })
    await expect(mari.page.locator('.flags').first()).toContainText(putIn(cy.inbox.hoursToReview.review, { hours: 8 }))
    await openForm(inWelsh, 'closure')
    await mari.page.locator('main button.go-on[value=go-on]').click()
    await expect(mari.page.locator('main .error-summary')).toBeFocused()
    await fillIn(inWelsh, 'closure', closing)
    await expect(mari.page.locator('.code-words li')).toHaveCount(6)
    await mari.page.getByRole('button', { name: cy.inbox.surveyCode.done }).click()
    await expect(mari.page.locator('.due').first()).toContainText(cy.inbox.statuses.closed)
  })

  await test.step('the same young person comes back, and a person links them', async () => {
    await morning(1, sian)
    await open(5)
    await openForm(inWelsh, 'screening')
    await mari.page.getByRole('button', { name: cy.inbox.samePerson.look }).click()
    await mari.page.getByLabel(one(2).reference).check({ timeout: 20_000 })
    await fillIn(inWelsh, 'screening', { decision: 'accepted' })
    await expect(mari.page.getByText(cy.inbox.saved)).toBeVisible({ timeout: 20_000 })
    expect(personsOf(server, [one(2).reference, one(5).reference])).toHaveLength(1)
    expect(personsOf(server, [one(2).reference, one(3).reference])).toHaveLength(2)
  })

  await test.step('a complaint is the lead’s alone, who opens and answers it', async () => {
    const told = await sendByApi(server, 'feedback', complaint)
    await signInAgain(non.page, non.paper)
    await non.page.goto(paths.staff.en)
    await openReferral(non.page, told.reference, non.paper)
    await expect(non.page.getByText(complaint.whatHappened)).toBeVisible()
    const theirs = await linesOf(non.page)
    expect(theirs.map(({ reference }) => reference)).toEqual([told.reference])
    for (const other of [mari, ifan]) {
      expect((await linesOf(other.page)).map(({ reference }) => reference)).not.toContain(told.reference)
      expect((await askFrom(other.page, `/api/staff/referrals/${theirs[0]?.id}`)).status).toBe(404)
    }
    expect((await askFrom(non.page, `/api/staff/referrals/${(await line(0)).id}`)).status).toBe(404)
    await record({ ...inEnglish, page: non.page }, 'feedback-answer', {
      answeredAs: 'complaints-lead',
      outcome: 'upheld',
    })
    await expect(non.page.locator('.due').first()).toContainText(en.inbox.statuses.answered)
  })

  await test.step('two coordinators at one referral at one moment: both acts are kept, each sees the other’s', async () => {
    await morning(2)
    await open(6)
    await ifan.page.goto(paths.staff.en)
    await openReferral(ifan.page, one(6).reference, ifan.paper)
    const timeline = ifan.page.locator('.timeline > li')
    const before = await timeline.count()
    await Promise.all([openForm(inWelsh, 'meeting'), openForm(inEnglish, 'contact')])
    await fillIn(inEnglish, 'contact', { outcome: 'no-answer', method: 'call' })
    await expect(ifan.page.getByText(en.inbox.saved)).toBeVisible({ timeout: 20_000 })
    await fillIn(inWelsh, 'meeting', { kind: 'with-advocate', youngPerson: 'there' })
    await expect(mari.page.getByText(cy.inbox.meanwhile)).toBeVisible({ timeout: 20_000 })
    await expect(mari.page.locator('.timeline > li')).toHaveCount(before + 2)
    const contact = { outcome: 'no-answer', method: 'text' }
    const both = await Promise.all([does(mari, 'contact', 6, contact), does(ifan, 'contact', 6, contact)])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    await ifan.page.getByRole('button', { name: en.inbox.backToList }).click()
    await openReferral(ifan.page, one(6).reference, ifan.paper)
    await expect(timeline).toHaveCount(before + 4)
    for (const name of ['Mari Morgan', 'Ifan Rees'])
      await expect(timeline.filter({ hasText: name }).last()).toBeVisible()
  })

  await test.step('passing on needs a reason, and stays open until the child is told, even when the case is closed', async () => {
    await morning(3)
    const { reason: _none, ...without } = passedOn
    expect(refusal(await does(ifan, 'passing-on', 9, without))).toEqual([422, 'reason'])
    expect((await line(9)).untold).toEqual([])
    await did(ifan, 'passing-on', 9, passedOn)
    const { positiveOutcome: _left, ...unjudged } = closing
    expect(refusal(await does(mari, 'closure', 9, unjudged))).toEqual([422, 'positiveOutcome'])
    await did(mari, 'closure', 9, closing)
    const { status, due, untold } = await line(9)
    expect([status, due?.kind, untold.length]).toEqual(['closed', 'tell', 1])
    await did(ifan, 'passing-on-told', 9, { toldOn: days[3] }, { settles: untold[0] })
    expect((await line(9)).due).toBeUndefined()
  })

  await test.step('not accepting needs a reason and another route', async () => {
    await morning(4)
    const refused = refusal(await does(mari, 'screening', 14, { decision: 'not-accepted' }))
    expect(refused).toEqual([422, 'notAcceptedReason', 'routeGiven'])
    const { body } = await askFrom<{ lines: unknown }>(mari.page, '/api/staff/inbox?list=owed')
    expect(JSON.stringify(body.lines)).toContain(one(14).reference)
    await did(mari, 'screening', 14, { decision: 'not-accepted', notAcceptedReason: 'other', routeGiven: 'helpline' })
    expect((await line(14)).status).toBe('not-accepted')
  })

  await test.step('8, 12 and 15 hours are flagged as they are passed', async () => {
    await morning(5)
    const flags: unknown[] = []
    for (const minutesWithChild of [470, 10, 250, 180]) {
      await did(ifan, 'hours', 15, { workedOn: days[5], minutesWithChild })
      flags.push((await line(15)).hoursToReview)
    }
    expect(flags).toEqual([undefined, 'review', 'approval', 'conferences'])
  })

  await test.step('a wish to stop leaves the clock running until a person has confirmed it', async () => {
    await morning(6)
    const { due } = await line(19)
    const wish = { code: one(19).code, language: 'cy', answers: { ask: 'withdraw' } }
    expect((await askFrom(child, '/api/track/ask', wish)).status).toBe(201)
    expect([(await line(19)).status, (await line(19)).withdrawAsked]).toEqual(['accepted', true])
    await track(child, one(19).code, 'cy')
    await expect(child.locator('.steps .is-now')).toContainText(due?.when ?? 'no time')
    await did(ifan, 'withdrawal-answer', 19, { decision: 'stop', method: 'call' })
    expect((await line(19)).status).toBe('withdrawn')
  })

  await test.step('at the end nobody is missed: who is late is flagged, who waits is in order, Welsh has its queue', async () => {
    for (const number of [7, 8, 9]) await morning(number)
    await did(mari, 'screening', 28, { decision: 'accepted', priority: 'crisis' })
    await to(days[9], '17:30')
    for (const { page: desk, paper } of [mari, ifan]) await signInAgain(desk, paper)
    const late = (kind: string) => indexesOf('list=all', ({ due }) => due?.kind === kind && due.isLate)
    expect(asked).toHaveLength(30)
    expect((await indexesOf('list=all')).sort((a, b) => a - b)).toEqual(asked.map((_, index) => index))
    expect((await late('look')).sort((a, b) => a - b)).toEqual([8, 11, 17, 20, 23, 26])
    expect((await late('contact')).sort((a, b) => a - b)).toEqual([1, 4, 5, 7, 10, 13, 16])
    const waiting = await indexesOf('list=waiting')
    expect(waiting.slice(0, 5)).toEqual([28, 22, 16, 0, 1])
    const welsh = await indexesOf('list=welsh')
    expect(welsh.filter((index) => index % 3 === 1)).toEqual([])
    expect(welsh).toEqual(expect.arrayContaining([8, 26]))
    await mari.page.goto(paths.staff.cy)
    await expect(mari.page.locator('.staff-table tbody tr').first()).toContainText(one(28).reference)
  })

  await test.step('an envelope whose bytes were changed is said to be so, kept, and told to an administrator', async () => {
    damage(server, one(27).reference)
    await open(27)
    await expect(mari.page.getByText(cy.inbox.damaged).first()).toBeVisible()
    await mari.page.goto(paths['staff-service'].cy)
    await expect(mari.page.locator('section[aria-labelledby=damaged] li')).toContainText(one(27).reference)
  })

  await test.step('a member who is removed while signed in reads nothing more', async () => {
    await ifan.page.goto(paths.staff.en)
    await expect(ifan.page.locator('#inbox-list')).toBeVisible()
    await mari.page.goto(paths['staff-people'].cy)
    const named = { name: 'Ifan Rees' }
    await mari.page.getByRole('button', { name: putIn(cy.people.remove, named), exact: true }).click()
    await mari.page.getByRole('button', { name: putIn(cy.people.removeDo, named), exact: true }).click()
    await expect(mari.page.locator('.said')).toContainText(named.name)
    await ifan.page.getByRole('button', { name: en.inbox.refresh }).click()
    await expect(ifan.page.getByText(en.problems['sign-in'].title)).toBeVisible()
    expect((await askFrom(ifan.page, `/api/staff/referrals/${(await line(28)).id}`)).status).toBe(401)
  })
})
