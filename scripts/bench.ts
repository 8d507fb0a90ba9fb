import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { brotliCompressSync } from 'node:zlib'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { readConfig } from '#server/config.ts'
import { ensureBuilt } from '#server/ensure-built.ts'
import { serve } from '#server/main.ts'
import { seal } from '#server/sealing/seal.ts'

/** `npm run bench`: sending, side by side with bare fsynced inserts of the same bytes on the same disk, in one run. */
const ROUNDS = 300
const AT_ONCE = [1, 10, 50, 200]

const dataDir = mkdtempSync(join(tmpdir(), 'llafar-bench-'))
const config = { ...readConfig({ PORT: '4329', SEND_LIMIT: '0' }), dataDir }
ensureBuilt(config)
const { app, stop } = await serve(config)
try {
  const sealed = await benchSeal()
  benchBare(sealed.bytes)
  for (const atOnce of AT_ONCE) await benchSends(atOnce)
  printBytes()
} finally {
  await stop()
  rmSync(dataDir, { recursive: true })
}

function print(name: string, milliseconds: readonly number[], per?: number): void {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
  const rate = per === undefined ? '' : `  ${per.toFixed(0)} a second`
  process.stdout.write(`${name.padEnd(44)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms${rate}\n`)
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function benchSeal(): Promise<{ readonly bytes: Uint8Array }> {
  const recipient = await identityToRecipient(await generateX25519Identity())
  const times: number[] = []
  let bytes: Uint8Array = new Uint8Array()
  for (let round = 0; round < 50; round += 1)
    times.push(
      await timed(async () => {
        bytes = await seal({ current: recipient, recovery: recipient }, JSON.stringify({ name: 'Siân' }))
      }),
    )
  print('seal to two keys', times)
  return { bytes }
}

function benchBare(bytes: Uint8Array): void {
  const file = new DatabaseSync(join(dataDir, 'bare.sqlite'))
  file.exec('pragma journal_mode = WAL; pragma synchronous = FULL; create table bare (bytes blob)')
  const insert = file.prepare('insert into bare values (?)')
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    insert.run(bytes)
    return performance.now() - start
  })
  file.close()
  const total = times.reduce((sum, time) => sum + time, 0)
  print('bare fsynced insert of the same bytes', times, (ROUNDS * 1000) / total)
}

async function benchSends(atOnce: number): Promise<void> {
  const times: number[] = []
  const send = async () => {
    const start = performance.now()
    const answer = await fetch(`http://localhost:4329/api/forms/self-referral`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        language: 'cy',
        answers: { name: 'Siân', contactMethods: ['text'], phone: '07700 900456' },
        confidentiality: {
          version: app.service.confidentiality.version,
          language: 'cy',
          format: 'symbols',
          answer: 'understood',
        },
      }),
    })
    if (answer.status !== 201) throw new Error(`a send was answered with ${answer.status}`)
    times.push(performance.now() - start)
  }
  const rounds = Math.max(1, Math.ceil(200 / atOnce))
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) await Promise.all(Array.from({ length: atOnce }, send))
  print(`sealed referral by the API, ${atOnce} at once`, times, (times.length * 1000) / (performance.now() - start))
}

function printBytes(): void {
  const client = join(config.buildDir, 'client')
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.html') || (name.startsWith('_astro/') && /\.(js|css)$/.test(name)))
      process.stdout.write(`${name.padEnd(60)} ${brotliCompressSync(readFileSync(join(client, name))).length} bytes\n`)
}
