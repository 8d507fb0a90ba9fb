import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { readConfig } from '#server/config.ts'
import { loadForms, loadService } from '#server/load-service.ts'
import { appendRecord } from '#server/operations/append-record.ts'
import { type Envelope, seal } from '#server/sealing/seal.ts'
import { startUp } from '#server/start-up.ts'
import { type Bare, centile, print, say, timed, timeOf } from './lines.ts'

const ROUNDS = 300

/** Sealing by itself. @returns an envelope of the size that is stored. */
export async function benchSeal(): Promise<Envelope> {
  const recipient = await identityToRecipient(await generateX25519Identity())
  const seals = () => seal({ current: recipient, recovery: recipient }, JSON.stringify({ name: 'Siân' }))
  print('seal to two keys', await timed(ROUNDS, seals))
  return seals()
}

/** Bare inserts of the same bytes: what everything else is measured by, and how much of it is the disk. */
export async function benchBare(dataDir: string, bytes: Uint8Array): Promise<Bare> {
  const [waiting, notWaiting] = [
    await insert(join(dataDir, 'bare.sqlite'), 'full', bytes),
    await insert(join(dataDir, 'no-wait.sqlite'), 'off', bytes),
  ]
  print('bare insert of the same bytes, fsynced', waiting)
  print('the same, without waiting for the disk', notWaiting)
  const [bare, rest] = [centile(waiting.milliseconds, 0.5), centile(notWaiting.milliseconds, 0.5)]
  say(`the disk takes ${(bare - rest).toFixed(2)} ms of ${bare.toFixed(2)} ms`)
  return { perSecond: waiting.perSecond, milliseconds: bare }
}

function insert(path: string, synchronous: 'full' | 'off', bytes: Uint8Array) {
  const file = new DatabaseSync(path)
  file.exec(`pragma journal_mode = WAL; pragma synchronous = ${synchronous}; create table bare (bytes blob)`)
  const statement = file.prepare('insert into bare values (?)')
  return timed(ROUNDS, () => statement.run(bytes)).finally(() => file.close())
}

/** The store step alone: a referral that is sealed already, with its answers, codes and notice, in one transaction. */
export async function benchStore(dataDir: string, envelope: Envelope, bare: Bare): Promise<void> {
  const { app, stop } = await startUp(readConfig({ DATA_DIR: join(dataDir, 'store') }), { outbox: false })
  const form = loadForms(loadService('cymru-demo')).get('self-referral')
  if (!form) throw new Error('no self-referral')
  const store = () =>
    appendRecord(
      { ...app, seal: async () => envelope },
      {
        form,
        language: 'cy',
        answers: { name: 'Siân', contactMethods: ['text'], phone: '07700 900456' },
        channel: 'online',
        idempotencyKey: randomUUID(),
        receipt: { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' },
        trackingCode: true,
      },
    )
  try {
    print('the store step alone, one after the other', await timed(ROUNDS, store), bare)
    const milliseconds: number[] = []
    const start = performance.now()
    await Promise.all(
      Array.from({ length: ROUNDS }, async () => {
        milliseconds.push(await timeOf(store))
      }),
    )
    print(
      `the store step alone, ${ROUNDS} at once`,
      { milliseconds, perSecond: (ROUNDS * 1000) / (performance.now() - start) },
      bare,
    )
  } finally {
    await stop()
  }
}
