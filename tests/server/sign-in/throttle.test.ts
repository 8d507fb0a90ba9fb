import { describe, expect, test } from 'vitest'
import { waitAfter } from '#server/sign-in/throttle.ts'
import { aBrowser, aMember, aSignIn, PASSWORD, type TestSignIn } from '../../builders/staff-sign-in.ts'

const EMAIL = 'mari@example.test'
let networks = 0

/** One try from a network of its own, so that only the account is counted. */
async function tryFrom(
  server: TestSignIn,
  password: string,
  network = `198.51.100.${networks++ % 250}`,
  email = EMAIL,
) {
  return server.signIn.tryPassword({ email, password }, aBrowser(network).visitor())
}

async function wrongTries(server: TestSignIn, count: number, email = EMAIL) {
  const outcomes: string[] = []
  for (let index = 0; index < count; index++) outcomes.push((await tryFrom(server, 'wrong', undefined, email)).outcome)
  return outcomes
}

describe('waitAfter', () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [8, 480],
    [9, 900],
    [50, 900],
  ])('after %i wrong tries is %i seconds', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds)
  })
})

describe('an account', () => {
  test('has to wait after five wrong passwords, even with the right one', async () => {
    const server = await aSignIn()
    server.stopClock()
    await aMember(server, EMAIL, ['coordinator'])

    expect(await wrongTries(server, 5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong'])

    expect(await tryFrom(server, PASSWORD)).toEqual({ outcome: 'wait', waitSeconds: 60 })
  })

  test('opens again when the wait is over, and the count is forgotten', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])
    await wrongTries(server, 5)

    server.putForward(61 / 3600)

    expect((await tryFrom(server, PASSWORD)).outcome).toBe('set-second-factor')
    expect(await server.db.selectFrom('sign_in_wait').selectAll().execute()).toEqual([])
  })

  test('that nobody has waits just the same, so that it tells nothing', async () => {
    const server = await aSignIn()
    server.stopClock()

    await wrongTries(server, 5, 'nobody@example.test')

    const answer = await tryFrom(server, 'wrong', undefined, 'nobody@example.test')
    expect(answer).toEqual({ outcome: 'wait', waitSeconds: 60 })
  })

  test('lets no burst of guesses through beside each other', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])

    const answers = await Promise.all(Array.from({ length: 12 }, () => tryFrom(server, 'wrong')))

    expect(answers.filter(({ outcome }) => outcome === 'wrong').length).toBeLessThanOrEqual(5)
  })

  test('is not written down by its address', async () => {
    const server = await aSignIn()

    await wrongTries(server, 1)

    const [row] = await server.db.selectFrom('sign_in_wait').selectAll().execute()
    expect(row?.account_mac).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a network', () => {
  test('has to wait after twenty tries in a minute, whatever the account', async () => {
    const server = await aSignIn()
    const outcomes: string[] = []

    for (let index = 0; index < 21; index++)
      outcomes.push((await tryFrom(server, 'wrong', '203.0.113.7', `${index}@example.test`)).outcome)

    expect(outcomes.indexOf('wait')).toBe(20)
  })

  test('is limited under a name that is not its address', async () => {
    const server = await aSignIn()

    await tryFrom(server, 'wrong', '203.0.113.7')

    const [row] = await server.db.selectFrom('sign_in_rate').selectAll().execute()
    expect(row?.key).toMatch(/^fd[0-9a-f:]+\|\/sign-in\/email$/)
  })
})
