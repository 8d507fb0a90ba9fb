import { describe, expect, test } from 'vitest'
import { aBrowser, aMember, aSignIn, PASSWORD, setSecondFactor } from '../../builders/staff-sign-in.ts'

const EMAIL = 'mari@example.test'

/** Gives the password and one code, from a network of its own. */
async function enter(server: Awaited<ReturnType<typeof aSignIn>>, code: string, network: string): Promise<string> {
  const browser = aBrowser(network)
  const first = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, browser.visitor())
  if (!('cookies' in first)) return first.outcome
  browser.keep(first.cookies)
  return (await server.signIn.trySecondFactor({ kind: 'app', code }, browser.visitor())).outcome
}

describe('somebody who has a member’s password and guesses the code', () => {
  test('has to wait after ten wrong ones, wherever they come from and however often they begin anew', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])
    const { app } = await setSecondFactor(server, EMAIL, aBrowser())
    const right = app.generate({ timestamp: Date.now() + 30_000 })
    const wrong = right === '000000' ? '000001' : '000000'
    const outcomes: string[] = []

    for (let guess = 0; guess < 10; guess += 1) outcomes.push(await enter(server, wrong, `198.51.100.${guess}`))

    expect(outcomes).toEqual(Array.from({ length: 10 }, () => 'wrong'))
    expect(await enter(server, right, '198.51.100.99')).toBe('wait')
  }, 60_000)

  test('cannot go on guessing with one password: after five codes it has to be given again', async () => {
    const server = await aSignIn()
    await aMember(server, EMAIL, ['coordinator'])
    await setSecondFactor(server, EMAIL, aBrowser())
    const browser = aBrowser('198.51.100.1')
    const first = await server.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, browser.visitor())
    if ('cookies' in first) browser.keep(first.cookies)
    const { headers } = browser.visitor()
    const guess = (network: number) =>
      server.signIn.trySecondFactor(
        { kind: 'backup', code: 'wrong-wrong' },
        { headers, network: `203.0.113.${network}` },
      )
    for (let tried = 0; tried < 5; tried += 1) expect((await guess(tried)).outcome).toBe('wrong')
    await guess(5)

    expect((await guess(6)).outcome).toBe('expired')
  }, 60_000)
})
