import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { makeStaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import { removeRoles, shutWayIn } from '#server/store/staff.store.ts'
import { type Account, anOrganisation, type Organisation, walkThrough } from '../../builders/organisation.ts'
import { everyRow } from '../../builders/staff-server.ts'
import { aBrowser, aMember, aSignIn, type Browser, setSecondFactor } from '../../builders/staff-sign-in.ts'

const mari: Account = { id: 'mari-at-work', email: 'mari@example.test', isVerified: true }

let organisation: Organisation
beforeEach(async () => {
  organisation = await anOrganisation({ siteUrl: 'http://localhost:4321' })
  organisation.signIn(mari)
})
afterEach(() => organisation.stop())

/** A server that knows the provider, and the member Mari with her second factor. */
async function aServer({ hasSecondFactor = true } = {}) {
  const server = await aSignIn()
  const signIn = makeStaffSignIn(server, organisation.settings)
  if (!signIn.organisation) throw new Error('no provider')
  const member = await aMember(server, mari.email, ['coordinator'])
  const factor = hasSecondFactor ? await setSecondFactor(server, mari.email, aBrowser('198.51.100.9')) : undefined
  return { ...server, signIn, organisation: signIn.organisation, member, factor }
}

type Server = Awaited<ReturnType<typeof aServer>>

async function begin({ organisation: ways }: Server, browser: Browser) {
  const started = await ways.start('cy', browser.visitor())
  if (started.outcome !== 'go') throw new Error(started.outcome)
  browser.keep(started.cookies)
  return new URL(started.address)
}

async function finish({ organisation: ways }: Server, browser: Browser, query: URLSearchParams) {
  const answer = await ways.finish(query, browser.visitor())
  browser.keep(answer.cookies)
  return answer
}

async function comeIn(server: Server, browser: Browser) {
  const address = await begin(server, browser)
  return finish(server, browser, await walkThrough(address.href))
}

const sessionsOf = ({ db }: Server) => db.selectFrom('staff_session').selectAll().execute()

describe('an account of the organisation', () => {
  test('is asked for with a state, a nonce and a proof key', async () => {
    const address = await begin(await aServer(), aBrowser())

    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{32,}$/),
      nonce: expect.stringMatching(/^.{32,}$/),
    })
  })

  test('leads a member to the second factor, and only that opens', async () => {
    const server = await aServer()
    const browser = aBrowser()

    const answer = await comeIn(server, browser)

    expect(answer).toMatchObject({ outcome: 'second-factor', language: 'cy' })
    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
    const code = server.factor?.app.generate({ timestamp: Date.now() + 30_000 }) ?? ''
    const passed = await server.signIn.trySecondFactor({ kind: 'app', code }, browser.visitor())
    if ('cookies' in passed) browser.keep(passed.cookies)
    expect(await server.signIn.staffOf(browser.visitor().headers)).toMatchObject({
      id: server.member.id,
      roles: ['coordinator'],
      secondFactor: true,
    })
  })

  test('opens nothing where no second factor is set, and cannot set one without the password', async () => {
    const server = await aServer({ hasSecondFactor: false })
    const browser = aBrowser()

    expect(await comeIn(server, browser)).toMatchObject({ outcome: 'second-factor' })

    const { headers } = browser.visitor()
    expect(await server.signIn.staffOf(headers)).toMatchObject({ secondFactor: false })
    expect(await server.signIn.startSecondFactor('', browser.visitor())).toEqual({ outcome: 'wrong' })
  })

  test('is known again at the next time, and leaves nothing of the provider but who it is', async () => {
    const server = await aServer()
    await comeIn(server, aBrowser())

    expect(await comeIn(server, aBrowser('198.51.100.1'))).toMatchObject({ outcome: 'second-factor' })

    const accounts = await server.db.selectFrom('staff_account').selectAll().execute()
    expect(accounts.filter(({ provider_id }) => provider_id === 'organisation')).toMatchObject([
      { user_id: server.member.id, account_id: mari.id, access_token: null, refresh_token: null, id_token: null },
    ])
  })

  test('says nothing of the person in what is logged', async () => {
    const server = await aServer()

    await comeIn(server, aBrowser())

    expect(server.lines.join('\n')).toContain('organisation-sign-in')
    expect(server.lines.join('\n')).not.toMatch(/mari/i)
  })
})

describe('nobody comes in', () => {
  test.each([
    ['who was not invited', { id: 'huw', email: 'huw@example.test', isVerified: true }],
    ['whose address the provider has not verified', { ...mari, isVerified: false }],
  ])('%s, and nobody is made a member', async (_, account) => {
    const server = await aServer()
    const before = (await sessionsOf(server)).length
    organisation.signIn(account)
    const browser = aBrowser()

    expect(await comeIn(server, browser)).toMatchObject({ outcome: 'refused', language: 'cy' })

    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
    expect(await sessionsOf(server)).toHaveLength(before)
    expect(await server.db.selectFrom('staff').select('email').execute()).toEqual([{ email: mari.email }])
    expect(await everyRow(server)).not.toContain('huw')
  })

  test('whose account has taken another address since, though the provider knows them', async () => {
    const server = await aServer()
    await comeIn(server, aBrowser())
    organisation.signIn({ ...mari, email: 'somebody-else@example.test' })

    expect(await comeIn(server, aBrowser('198.51.100.1'))).toMatchObject({ outcome: 'refused' })
  })

  test.each([
    ['known', true],
    ['not known', false],
  ])('who was removed, their account %s from before', async (_, wasKnown) => {
    const server = await aServer()
    if (wasKnown) await comeIn(server, aBrowser())
    await server.db.transaction().execute(async (trx) => {
      await removeRoles(trx, server.member.id)
      await shutWayIn(trx, server.member.id)
    })
    const browser = aBrowser('198.51.100.1')

    expect(await comeIn(server, browser)).toMatchObject({ outcome: 'refused' })
    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
    expect(await sessionsOf(server)).toEqual([])
  })

  test('with a state that is not theirs', async () => {
    const server = await aServer()
    const [browser, other] = [aBrowser(), aBrowser('198.51.100.1')]
    await begin(server, browser)
    const query = await walkThrough((await begin(server, other)).href)

    expect(await finish(server, browser, query)).toMatchObject({ outcome: 'again' })
    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
  })

  test('with a state that was made up', async () => {
    const server = await aServer()
    const browser = aBrowser()
    const query = await walkThrough((await begin(server, browser)).href)
    query.set('state', 'x'.repeat(32))

    expect(await finish(server, browser, query)).toMatchObject({ outcome: 'again' })
  })

  test('with a code that was used', async () => {
    const server = await aServer()
    const browser = aBrowser()
    const query = await walkThrough((await begin(server, browser)).href)
    const cookies = new Map(browser.jar)
    await finish(server, browser, query)
    const thief = aBrowser('198.51.100.1')
    for (const [name, value] of cookies) thief.jar.set(name, value)

    expect(await finish(server, thief, query)).toMatchObject({ outcome: 'again' })
    expect(await server.signIn.staffOf(thief.visitor().headers)).toBeUndefined()
  })

  test('by a token that the provider did not sign for us, which has another sign-in begun under its code', async () => {
    const server = await aServer()
    const [browser, other] = [aBrowser(), aBrowser('198.51.100.1')]
    const mine = await walkThrough((await begin(server, browser)).href)
    const theirs = await walkThrough((await begin(server, other)).href)
    mine.set('code', theirs.get('code') ?? '')

    // The other sign-in had another proof key: the provider does not give its token for it.
    expect(await finish(server, browser, mine)).toMatchObject({ outcome: 'again' })
  })
})

describe('a provider that is down', () => {
  test('when the server starts keeps nobody from the password, and is asked again later', async () => {
    await organisation.stop()
    const server = await aServer()

    expect(await server.organisation.start('en', aBrowser().visitor())).toEqual({ outcome: 'unavailable' })
    await organisation.start()

    expect(await comeIn(server, aBrowser())).toMatchObject({ outcome: 'second-factor' })
  })

  test('when people come back from it says so', async () => {
    const server = await aServer()
    const browser = aBrowser()
    const query = await walkThrough((await begin(server, browser)).href)
    await organisation.stop()

    expect(await finish(server, browser, query)).toMatchObject({ outcome: 'again' })
    await organisation.start()
  })

  test('is not one that calls itself something else', async () => {
    const server = await aSignIn()
    const { issuer } = organisation.settings
    const settings = { ...organisation.settings, issuer: `${issuer}/` }
    const ways = makeStaffSignIn(server, settings).organisation

    expect(await ways?.start('en', aBrowser().visitor())).toEqual({ outcome: 'unavailable' })
  })
})

describe('the settings of the provider', () => {
  const all = { OIDC_ISSUER: 'https://id.example.test', OIDC_CLIENT_ID: 'llafar', OIDC_CLIENT_SECRET: 'secret' }

  test('are off, or all three', () => {
    expect(readConfig({}).organisation).toBeUndefined()
    expect(readConfig(all).organisation).toEqual({
      issuer: 'https://id.example.test',
      clientId: 'llafar',
      clientSecret: 'secret',
    })
    expect(() => readConfig({ ...all, OIDC_CLIENT_SECRET: '' })).toThrow('go together')
  })

  test('refuse a way that anybody on it can read', () => {
    expect(() => readConfig({ ...all, OIDC_ISSUER: 'http://id.example.test' })).toThrow('https')
  })
})
