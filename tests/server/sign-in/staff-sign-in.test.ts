import { describe, expect, test } from 'vitest'
import { everyRow } from '../../builders/staff-server.ts'
import { aBrowser, aMember, aSignIn, PASSWORD, setSecondFactor } from '../../builders/staff-sign-in.ts'

const EMAIL = 'mari@example.test'

async function aSignedInMember() {
  const server = await aSignIn()
  const member = await aMember(server, EMAIL, ['coordinator'])
  const browser = aBrowser()
  const factor = await setSecondFactor(server, EMAIL, browser)
  return { server, member, browser, ...factor }
}

/** A code of the app that is not the one used to set it. */
const laterCode = (app: { generate: (at: { timestamp: number }) => string }) =>
  app.generate({ timestamp: Date.now() + 30_000 })

describe('signing in', () => {
  test('opens nothing after the password alone, while no second factor is set', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])
    const browser = aBrowser()

    const answer = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, browser.visitor())

    expect(answer.outcome).toBe('set-second-factor')
    if ('cookies' in answer) browser.keep(answer.cookies)
    expect(await server.signIn.staffOf(browser.visitor().headers)).toMatchObject({ email: EMAIL, secondFactor: false })
  })

  test('opens after password and second factor', async () => {
    const { server, browser } = await aSignedInMember()

    const staff = await server.signIn.staffOf(browser.visitor().headers)

    expect(staff).toMatchObject({ name: 'Mari Morgan', roles: ['coordinator'], secondFactor: true })
  })

  test('has no session between password and second factor', async () => {
    const { server } = await aSignedInMember()
    const other = aBrowser('198.51.100.1')

    const answer = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, other.visitor())

    expect(answer.outcome).toBe('second-factor')
    if ('cookies' in answer) other.keep(answer.cookies)
    expect(await server.signIn.staffOf(other.visitor().headers)).toBeUndefined()
  })

  test('takes a code of the app at a later sign-in', async () => {
    const { server, app } = await aSignedInMember()
    const other = aBrowser('198.51.100.1')
    const first = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, other.visitor())
    if ('cookies' in first) other.keep(first.cookies)

    const answer = await server.signIn.trySecondFactor({ kind: 'app', code: laterCode(app) }, other.visitor())

    if ('cookies' in answer) other.keep(answer.cookies)
    expect(await server.signIn.staffOf(other.visitor().headers)).toMatchObject({ secondFactor: true })
  })

  test('takes a code only once', async () => {
    const { server, app } = await aSignedInMember()
    const other = aBrowser('198.51.100.1')
    const first = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, other.visitor())
    if ('cookies' in first) other.keep(first.cookies)

    const answer = await server.signIn.trySecondFactor({ kind: 'app', code: app.generate() }, other.visitor())

    expect(answer).toEqual({ outcome: 'wrong' })
    expect(await server.db.selectFrom('staff_session').selectAll().execute()).toHaveLength(1)
  })

  test('takes a backup code once', async () => {
    const { server, backupCodes } = await aSignedInMember()
    const tried: string[] = []

    for (const network of ['198.51.100.1', '198.51.100.2']) {
      const other = aBrowser(network)
      const first = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, other.visitor())
      if ('cookies' in first) other.keep(first.cookies)
      const given = { kind: 'backup', code: backupCodes[0] ?? '' } as const
      tried.push((await server.signIn.trySecondFactor(given, other.visitor())).outcome)
    }

    expect(tried).toEqual(['signed-in', 'wrong'])
  })

  test('does not make a full session of one opened with the password before the second factor was set', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])
    const thief = aBrowser('198.51.100.1')
    const stolen = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, thief.visitor())
    if ('cookies' in stolen) thief.keep(stolen.cookies)

    await setSecondFactor(server, EMAIL, aBrowser())

    expect(await server.signIn.staffOf(thief.visitor().headers)).toBeUndefined()
  })

  test('does not let the second factor be set again with the password', async () => {
    const { server, browser } = await aSignedInMember()

    expect(await server.signIn.startSecondFactor(PASSWORD, browser.visitor())).toEqual({ outcome: 'wrong' })
  })

  test('ends after signing out', async () => {
    const { server, browser } = await aSignedInMember()
    const before = browser.visitor()

    await server.signIn.signOut(before)

    expect(await server.signIn.staffOf(before.headers)).toBeUndefined()
  })

  test('ends everywhere at once', async () => {
    const { server, member, browser } = await aSignedInMember()

    await server.signIn.signOutEverywhere(member.id)

    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
  })
})

describe('a session', () => {
  test('ends after half an hour idle', async () => {
    const { server, browser } = await aSignedInMember()

    server.putForward(0.51)

    expect(await server.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
  })

  test('goes on while it is used, and ends after eight hours all the same', async () => {
    const { server, browser } = await aSignedInMember()
    const seen: boolean[] = []

    for (let step = 0; step < 20; step++) {
      server.putForward(0.45)
      seen.push((await server.signIn.staffOf(browser.visitor().headers)) !== undefined)
    }

    expect(seen.lastIndexOf(true)).toBe(16)
    expect(seen.indexOf(false)).toBe(17)
  })

  test('is kept in a cookie that scripts cannot read', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])

    const answer = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, aBrowser().visitor())

    expect(answer).toMatchObject({
      cookies: [expect.stringMatching(/^llafar\.session_token=.*HttpOnly; SameSite=Lax$/)],
    })
  })
})

describe('what is written', () => {
  test('tells neither the network nor the browser', async () => {
    const { server } = await aSignedInMember()

    const rows = await server.db.selectFrom('staff_session').select(['ip_address', 'user_agent']).execute()

    expect(rows).toEqual([{ ip_address: null, user_agent: null }])
    const everything = await everyRow(server)
    expect(everything).not.toContain('203.0.113.7')
    expect(everything).not.toContain('Mozilla')
    expect(server.lines.join()).not.toContain('203.0.113.7')
  })

  test('notes every sign-in and every try that was refused, with what was tried and not by whom', async () => {
    const { server } = await aSignedInMember()
    const visitor = aBrowser().visitor()

    await server.signIn.tryPassword({ email: EMAIL, password: 'a wrong pass phrase' }, visitor)
    await server.signIn.trySecondFactor({ kind: 'app', code: '000000' }, visitor)

    const noted = server.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(noted.map(({ at, ...rest }) => (typeof at === 'string' ? rest : at))).toEqual([
      { event: 'staff-signed-in', factor: 'app' },
      { event: 'staff-sign-in-refused', factor: 'password', outcome: 'wrong' },
      { event: 'staff-sign-in-refused', factor: 'app', outcome: 'expired' },
    ])
    expect(server.lines.join()).not.toContain(EMAIL)
  })

  test('holds no password', async () => {
    const { server } = await aSignedInMember()

    expect(await everyRow(server)).not.toContain(PASSWORD)
  })
})
