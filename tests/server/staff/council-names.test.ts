import type { APIContext } from 'astro'
import { describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import { sayStatus, trackSteps } from '#i18n/track-steps.ts'
import { readAccessLog, readDisclosures } from '#server/operations/access-log.ts'
import { track } from '#server/operations/track.ts'
import { POST as makeList } from '../../../src/pages/api/staff/council-list.ts'
import { acts, aMemberOf, arrives } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const SITE = 'http://localhost:4321'
const worker = { who: 'social-worker' }

/** Asks for a list as a member with these roles. */
async function asks(app: TestApp, roles: readonly Role[], body: object) {
  const staff = { id: 'mari', name: 'Mari', email: 'm@example.test', roles: [...roles], secondFactor: true }
  const theirs = { ...app, signIn: { ...app.signIn, staffOf: async () => staff } }
  const headers = { origin: SITE, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const request = new Request(`${SITE}/api/staff/x`, { method: 'POST', headers, body: JSON.stringify(body) })
  const context = { request, params: {}, locals: { app: theirs, clientAddress: '203.0.113.7' } }
  return makeList(context as unknown as APIContext)
}

async function casesIn(response: Response): Promise<readonly { readonly id: string; readonly envelopes: object }[]> {
  return ((await response.json()) as { cases: { id: string; envelopes: object }[] }).cases
}

const ownNames = { list: 'names', desk: 'participation-manager' }
const teamNames = { list: 'names' }

/** A request of a professional on the participation manager's desk, and one of a child on the team's. */
async function aService() {
  const app = await makeTestApp({ service: 'lewisham-demo' })
  await aMemberOf(app, 'mari', ['participation-manager'])
  const professional = await arrives(app, 'supported-referral', worker)
  const own = await arrives(app, 'self-referral')
  return { app, professional, own }
}

describe('a list of names and status', () => {
  test('is made by the participation manager of their own desk, and of no other', async () => {
    const { app, professional } = await aService()

    const cases = await casesIn(await asks(app, ['participation-manager'], ownNames))

    expect(cases.map(({ id }) => id)).toEqual([professional.id])
    expect(Object.keys(cases[0]?.envelopes ?? {})).toEqual([professional.id])
    expect((await asks(app, ['participation-manager'], teamNames)).status).toBe(403)
    expect((await asks(app, ['participation-manager'], { list: 'caseload', quarter: '2026-27-q3' })).status).toBe(403)
  })

  test('of the team is the coordinator’s, and holds nothing of the participation manager’s', async () => {
    const { app, own } = await aService()

    expect((await casesIn(await asks(app, ['coordinator'], teamNames))).map(({ id }) => id)).toEqual([own.id])
    expect((await asks(app, ['coordinator'], ownNames)).status).toBe(403)
    expect((await asks(app, ['advocate'], teamNames)).status).toBe(403)
  })

  test('is made by nobody where the contract does not let the council see names', async () => {
    const app = await makeTestApp({ service: 'cymru-demo' })
    await arrives(app, 'self-referral')

    expect((await asks(app, ['coordinator'], teamNames)).status).toBe(403)
    expect((await asks(app, ['participation-manager'], ownNames)).status).toBe(403)
    expect((await readDisclosures(app, { roles: ['coordinator'] }, 1)).lines).toEqual([])
  })
})

describe('the log of what the council was given', () => {
  test('says that a list was made, by whom, when and of how many, to whoever answers for that desk', async () => {
    const { app } = await aService()
    await arrives(app, 'supported-referral', worker)
    app.setNow('2026-11-03T10:00:00.000Z')
    await asks(app, ['participation-manager'], ownNames)

    const line = { at: '2026-11-03T10:00:00.000Z', who: 'mari', act: 'exported-names', cases: 2 }
    for (const role of ['participation-manager', 'administrator'] as const)
      expect((await readDisclosures(app, { roles: [role] }, 1)).lines).toEqual([line])
    expect((await readDisclosures(app, { roles: ['coordinator'] }, 1)).lines).toEqual([])
    expect((await readAccessLog(app, { roles: ['participation-manager'] }, 1)).lines).toHaveLength(2)
  })

  test('counts a case once, however much of it was handed out, and each list by itself', async () => {
    const { app, own } = await aService()
    await acts(app, { form: 'screening', about: own.id, answers: { decision: 'accepted' } })
    app.setNow('2026-11-03T10:00:00.000Z')
    await asks(app, ['coordinator'], { list: 'hours-update', about: own.id })
    app.setNow('2026-11-03T11:00:00.000Z')
    await asks(app, ['coordinator'], teamNames)

    const { lines } = await readDisclosures(app, { roles: ['coordinator'] }, 1)

    expect(lines.map(({ act, cases }) => [act, cases])).toEqual([
      ['exported-names', 1],
      ['listed-for-council', 1],
    ])
  })
})

describe.each(languages)('the page of what lies on the participation manager’s desk, in %s', (language) => {
  test('promises no moment of ours, neither before nor after they have looked', async () => {
    const { app, professional, own } = await aService()
    const ours = await track(app, own.code)
    const theirs = await track(app, professional.code)
    if (!ours || !theirs) throw new Error('not tracked')

    expect(trackSteps(ours, language).filter(({ isDone }) => !isDone)).toHaveLength(1)
    expect(trackSteps(theirs, language).filter(({ isDone }) => !isDone)).toEqual([])
    expect(sayStatus(theirs, language)).toMatch(/participation manager|rheolwr cyfranogiad/)

    const screened = { decision: 'accepted' }
    await acts(app, { form: 'screening', about: professional.id, answers: screened, roles: ['participation-manager'] })
    const later = await track(app, professional.code)
    expect(later?.progress.status).toBe('accepted')
    expect(later && trackSteps(later, language).filter(({ isDone }) => !isDone)).toEqual([])
    expect(later && sayStatus(later, language)).toMatch(/participation manager|rheolwr cyfranogiad/)
  })
})
