import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { RealServer } from '../../tests/builders/real-server.ts'
import { aSelfReferral } from '../../tests/builders/self-referral.ts'
import { type Bare, print, type Timed, timeOf } from './lines.ts'

const SENDS = 400
const AT_ONCE = [1, 10, 50, 200]
/** One that is sealed, and one that has nothing to seal. */
const FORMS = [
  ['annual-survey', 'survey without words', { language: 'cy', answers: { unfair: 'no' } }],
  [
    'self-referral',
    'sealed referral',
    aSelfReferral({ answers: { name: 'Siân', contactMethods: ['text'], phone: '07700 900456' } }),
  ],
] as const

/** Sends both forms to a server, one at a time and many at once. */
export async function benchSends(name: string, server: RealServer, bare: Bare): Promise<void> {
  for (const [form, what, body] of FORMS)
    for (const atOnce of AT_ONCE) {
      await workOf(server)
      const sent = await sendMany({ url: `${server.url}/api/forms/${form}`, body: JSON.stringify(body), atOnce })
      print(`${name}, ${what}, ${atOnce} at once`, sent, bare, sayWork(await workOf(server), sent, atOnce))
    }
}

type Load = { readonly url: string; readonly body: string; readonly atOnce: number; readonly sends?: number }

/** Sends the same form again and again, so many at once. @throws when one is not acknowledged */
export async function sendMany({ url, body, atOnce, sends = SENDS }: Load): Promise<Timed> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const milliseconds: number[] = []
  let left = sends
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1
        milliseconds.push(await timeOf(() => send(url, body, agent)))
      }
    }),
  )
  const perSecond = (milliseconds.length * 1000) / (performance.now() - start)
  agent.destroy()
  return { milliseconds, perSecond }
}

function send(url: string, body: string, agent: Agent): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': crypto.randomUUID(),
  }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`a send was answered with ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

type Work = {
  readonly commits: number
  readonly commitMilliseconds: number
  readonly seals: number
  readonly sealMilliseconds: number
}

/** What the server has done since it was last asked: see watch-work.ts. */
async function workOf(server: RealServer): Promise<Work> {
  const told = () => [...server.output().matchAll(/^work (\{.*\})$/gm)]
  const before = told().length
  process.kill(server.pid, 'SIGUSR2')
  while (told().length === before) await wait(5)
  return JSON.parse(told().at(-1)?.[1] ?? '') as Work
}

function sayWork({ commits, commitMilliseconds, seals, sealMilliseconds }: Work, sent: Timed, atOnce: number): string {
  const sends = sent.milliseconds.length
  const [commit, seal] = [commitMilliseconds / sends, sealMilliseconds / sends]
  if (atOnce > 1) return `  ${(sends / Math.max(1, commits)).toFixed(1)} to a commit`
  const rest = 1000 / sent.perSecond - commit - seal
  return `  onto the disk ${commit.toFixed(2)} ms, seal ${(seals > 0 ? seal : 0).toFixed(2)} ms, the rest ${rest.toFixed(2)} ms`
}

/** Resident memory of a process, in MiB. */
export function residentMebibytes({ pid }: { readonly pid?: number | undefined }): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
}
