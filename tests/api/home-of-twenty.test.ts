import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { askTrack } from '../builders/self-referral.ts'
import { pressOn, referenceOf } from '../builders/without-script.ts'

/** A children's home: twenty devices behind one address, with the limits that a service has. */
const DEVICES = 20
let server: RealServer
beforeAll(async () => {
  server = await startServer({ sendLimit: 60 })
}, 300_000)
afterAll(() => server?.stop())

/** A whole journey without script, on a signal so bad that every page is sent twice. Gives the page that it ends on. */
async function asksForAnAdvocate(name: string): Promise<string> {
  const twice = async (html: string, button: string, filled: readonly (readonly [string, string])[]) => {
    const [page] = await Promise.all([1, 2].map(() => pressOn(server.url, html, { button, filled })))
    return page ?? ''
  }
  const start = await (await fetch(`${server.url}/cy/gofyn-am-eiriolwr`)).text()
  const asksName = await twice(start, 'understood', [])
  const asksWays = await twice(asksName, 'go-on', [['a.name', name]])
  const asksMore = await twice(asksWays, 'go-on', [['a.contactMethods', 'text']])
  const check = await twice(asksMore, 'go-on', [['a.phone', '07700 900456']])
  return twice(check, 'send', [['code', 'yes']])
}

describe('twenty children in one home', () => {
  test('all reach the end at once, each with a reference of their own, and each is stored once', async () => {
    const pages = await Promise.all(
      Array.from({ length: DEVICES }, (_, device) => asksForAnAdvocate(`Plentyn ${device}`)),
    )

    expect(new Set(pages.map(referenceOf).filter((reference) => reference !== '')).size).toBe(DEVICES)
    expect(rows<{ n: number }>(server, 'select count(*) as n from record')[0]?.n).toBe(DEVICES)
  }, 120_000)

  test('may each mistype their code once, and are told that it is not known, not that they have to wait', async () => {
    const statuses = await Promise.all(
      Array.from({ length: DEVICES }, async () => {
        const code = `${randomUUID()} ci cath coeden afal pêl tŷ`
        return (await askTrack(server.url, { code, language: 'cy' })).status
      }),
    )

    expect(new Set(statuses)).toEqual(new Set([404]))
  })

  test('may each send something else afterwards', async () => {
    const pages = await Promise.all(Array.from({ length: DEVICES }, (_, device) => asksForAnAdvocate(`Eto ${device}`)))

    expect(new Set(pages.map(referenceOf).filter((reference) => reference !== '')).size).toBe(DEVICES)
  }, 120_000)
})
