import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../tests/builders/real-server.ts'
import { aSelfReferral } from '../tests/builders/self-referral.ts'
import { makeChance } from '../tests/fuzz/chance.ts'
import { aHostileRequest } from '../tests/fuzz/hostile.ts'
import { residentMebibytes } from './bench/sends.ts'
import { ask, askRaw, nameOf } from './fuzz/ask.ts'
import { measureFlood } from './fuzz/flood.ts'

/**
 * `npm run fuzz`: malformed, hostile and odd requests at every address of a real server. Ends non-zero on an answer
 * of 500 or more, a hang, a crash, a planted string anywhere it should not be, memory that has grown by more than a
 * tenth from the first ten thousand requests to the last, or others who wait more than twice as long while one address
 * floods.
 */
const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20261122' } },
})
const [total, seed] = [Number(values.requests), Number(values.seed)]
const window = Math.min(10_000, Math.floor(total / 4))
/** Forty at once, as many as answer within a minute of each other. */
const AT_ONCE = 40
const PLANTED = 'Zq7Planted'
const planted = Array.from({ length: 50 }, (_, index) => `${PLANTED}${index}x${randomUUID().slice(0, 8)}`)

// Open to this machine alone, and to this run: so that what is counted is what is kept, not what is yet to be swept up.
const server = await startServer({
  nodeOptions: ['--inspect=127.0.0.1:0', '--max-semi-space-size=8'],
  // As deploy/ sets it: glibc otherwise keeps a heap of its own for each thread that compresses.
  settings: { MALLOC_ARENA_MAX: '2' },
})
process.once('exit', () => server.kill())
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const place = { url: server.url, agent }
const chance = makeChance(seed)
const statuses = new Map<number | string, number>()
const faults: string[] = []
const memory: number[] = []

for (const name of planted) await plant(name)
const started = performance.now()
let sent = 0
let limit = 0
for (const until of [window, total]) {
  limit = until
  await Promise.all(Array.from({ length: AT_ONCE }, sendUntilDone))
  if (existsSync(`/proc/${server.pid}`)) memory.push(await keptMebibytes())
}
const seconds = (performance.now() - started) / 1000
if (existsSync(`/proc/${server.pid}`)) await lookEverywhere()
const code = await server.stop()
if (code !== 0) faults.push(`the server ended with ${code}`)
agent.destroy()
const flooded = await measureFlood(seed)
report()

async function plant(name: string): Promise<void> {
  const response = await fetch(`${server.url}/api/forms/self-referral`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(aSelfReferral({ answers: { name, contactMethods: ['come-back'] } })),
  })
  if (response.status !== 201) throw new Error(`a planted referral was answered with ${response.status}`)
}

async function sendUntilDone(): Promise<void> {
  while (sent < limit && faults.length < 20) {
    if (!existsSync(`/proc/${server.pid}`))
      return void faults.push(`the server has ended: ${server.output().slice(-2_000)}`)
    sent += 1
    if (sent % 10_000 === 0) process.stdout.write(`${sent} sent, ${residentMebibytes(server)} MiB resident\n`)
    const hostile = aHostileRequest(chance)
    const raw = chance.is(0.05)
    const answer = await (raw ? askRaw(place, hostile, chance) : ask(place, hostile)).catch((error: unknown) => ({
      status: nameOf(error),
      text: '',
    }))
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const line = `${hostile.method} ${hostile.path.slice(0, 120)} ${JSON.stringify(hostile.headers).slice(0, 300)} ${String(hostile.body ?? '').slice(0, 300)}`
    if (typeof answer.status === 'number' && answer.status >= 500) faults.push(`${answer.status}: ${line}`)
    if (answer.status === 'hang') faults.push(`no answer: ${line}`)
    if (answer.text.includes(PLANTED)) faults.push(`a planted string in the answer: ${line}`)
  }
}

/** Resident memory after everything that nobody holds has been swept up. */
async function keptMebibytes(): Promise<number> {
  const address = /Debugger listening on (ws:\S+)/.exec(server.output())?.[1]
  if (!address) throw new Error('the server did not say where it can be asked')
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  for (const id of [1, 2]) {
    const swept = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await swept
  }
  socket.close()
  return residentMebibytes(server)
}

async function lookEverywhere(): Promise<void> {
  const health = await fetch(`${server.url}/api/health`)
  if (!health.ok) faults.push(`health says ${health.status} afterwards`)
  if (server.output().includes(PLANTED)) faults.push('a planted string in the log')
  for (const name of readdirSync(server.dataDir, { recursive: true, encoding: 'utf8' }))
    if (readFileSync(join(server.dataDir, name)).includes(PLANTED)) faults.push(`a planted string in the file ${name}`)
}

function report(): void {
  const [first = 0, last = 0] = memory
  const growth = (last / first - 1) * 100
  if (total >= 40_000 && growth > 10) faults.push(`memory has grown by ${growth.toFixed(1)} %`)
  if (flooded.refused > 0) faults.push(`${flooded.refused} answers to others while one address flooded`)
  if (flooded.during > flooded.before * 2)
    faults.push('others waited more than twice as long while one address flooded')
  const counts = [...statuses].sort(([a], [b]) => String(a).localeCompare(String(b)))
  process.stdout.write(
    `\n${sent} requests, seed ${seed}, ${Math.round(seconds)} s, ${Math.round(sent / seconds)} a second\n` +
      `${counts.map(([status, count]) => `${status}: ${count}`).join('  ')}\n` +
      `resident, swept up: ${first} MiB after ${window}, ${last} MiB after ${total} (${growth.toFixed(1)} %)\n` +
      `${planted.length} planted strings looked for in every answer, the log and every file\n` +
      `${floodLine()}\n${faults.length} faults\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
  )
  process.exitCode = faults.length > 0 ? 1 : 0
}

function floodLine(): string {
  const { before, during, flood } = flooded
  return (
    `p95 of 20 other networks: ${before.toFixed(1)} ms, and ${during.toFixed(1)} ms while one address sends ${flood} ` +
    `requests, 200 at once (${(during / before).toFixed(2)} times)`
  )
}
