import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../../tests/builders/real-server.ts'
import { aSelfReferral } from '../../tests/builders/self-referral.ts'
import { makeChance } from '../../tests/fuzz/chance.ts'
import { aHostileRequest, type Hostile } from '../../tests/fuzz/hostile.ts'
import { ask, type Place } from './ask.ts'

/** What a flood from one address did to everybody else. */
export type Flooded = {
  /** Ninety-fifth centile of the others' answers, in milliseconds, without and with the flood. */
  readonly before: number
  readonly during: number
  /** Hostiles of the flood that were answered while the others asked. */
  readonly flood: number
  /** Answers to the others that were not what they should be. */
  readonly refused: number
}

/** Others, each from a network of their own, one request at a time as people send them. */
const OTHERS = 20
const ROUNDS = 15
const FLOOD_AT_ONCE = 200
const FLOOD_NETWORK = '198.51.100.7'
/** From one request of one person to their next. */
const EVERY_MILLISECONDS = 400

/**
 * Floods a server from one address, with pages, sendings and hostile requests, two hundred at once, and measures what
 * other networks wait for a page and for a sending: with the flood and, in the same run, without it.
 */
export async function measureFlood(seed: number): Promise<Flooded> {
  const server = await startServer({ sendLimit: 60, settings: { TRUSTED_PROXY: '1', MALLOC_ARENA_MAX: '2' } })
  const agent = new Agent({ keepAlive: true, maxSockets: FLOOD_AT_ONCE })
  const asking: Place = { url: server.url, agent: new Agent({ keepAlive: true, maxSockets: OTHERS }) }
  const chance = makeChance(seed)
  let isFlooding = true
  let flood = 0
  try {
    await others(asking)
    const before = await others(asking)
    const flooding = Array.from({ length: FLOOD_AT_ONCE }, async () => {
      while (isFlooding) {
        const { method, path, headers, body } = chance.is(0.5) ? aSending() : aHostileRequest(chance)
        const from = { ...headers, 'x-forwarded-for': FLOOD_NETWORK }
        await ask({ url: server.url, agent }, { method, path, headers: from, body }).catch(() => undefined)
        flood += 1
      }
    })
    // What a server does once in its life, at the first asking for each page, it does for others too.
    await wait(3_000)
    const during = await others(asking)
    isFlooding = false
    agent.destroy()
    await Promise.all(flooding)
    const refused = [...before, ...during].filter(({ isGood }) => !isGood).length
    return { before: centile(before), during: centile(during), flood, refused }
  } finally {
    agent.destroy()
    asking.agent.destroy()
    await server.stop()
  }
}

type Timed = { readonly milliseconds: number; readonly isGood: boolean }
const aSending = (): Hostile => ({
  method: 'POST',
  path: '/api/forms/self-referral',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify(aSelfReferral()),
})
const aPage: Hostile = { method: 'GET', path: '/cy/cael-eiriolwr', headers: {}, body: undefined }

/**
 * Everybody else reads a page and sends a form, by turns, each at moments of their own that are set beforehand: the wait
 * counts from then, and who has once waited with others does not ask together with them ever after.
 */
async function others(asking: Place): Promise<readonly Timed[]> {
  const begun = performance.now()
  const timed = await Promise.all(
    Array.from({ length: OTHERS }, async (_, index) => {
      const mine: Timed[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const start = begun + (round + index / OTHERS) * EVERY_MILLISECONDS
        await wait(Math.max(0, start - performance.now()))
        const what = round % 3 === 2 ? aSending() : aPage
        const headers = { ...what.headers, 'x-forwarded-for': `203.0.${index}.7` }
        const { status } = await ask(asking, { ...what, headers })
        mine.push({ milliseconds: performance.now() - start, isGood: status === 200 || status === 201 })
      }
      return mine
    }),
  )
  return timed.flat()
}

function centile(timed: readonly Timed[]): number {
  const sorted = timed.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0
}
