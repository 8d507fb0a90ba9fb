import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { armor, Decrypter } from 'age-encryption'
import type { RealServer } from './real-server.ts'

/** The demonstration's two private keys, as their first holder would get them with the set-up link. */
export async function waitingKeys(server: Pick<RealServer, 'dataDir' | 'setUpToken'>) {
  const [row] = rows<{ value: string }>(server, "select value from setting where name = 'waiting-keys'")
  return waitingKeysOf(row?.value ?? '[]', server.setUpToken())
}

/** The same, of the setting that holds them. */
export async function waitingKeysOf(setting: string, token: string) {
  const [waiting] = JSON.parse(setting) as { identity: string; recoveryIdentity: string }[]
  if (!waiting) throw new Error('no keys are waiting: has the set-up link been used?')
  const open = async (wrapped: string) => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(token)
    return decrypter.decrypt(armor.decode(wrapped), 'text')
  }
  return { current: await open(waiting.identity), recovery: await open(waiting.recoveryIdentity) }
}

/** Reads the server's SQLite file from outside, while it runs or after. */
export function rows<Row>({ dataDir }: { readonly dataDir: string }, sql: string, ...values: string[]): readonly Row[] {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'), { readOnly: true })
  try {
    return file.prepare(sql).all(...values) as Row[]
  } finally {
    file.close()
  }
}

/** The sealed bytes of the one record with this reference. */
export function envelopeOf(server: { readonly dataDir: string }, reference: string): Uint8Array {
  const sql = 'select sealed from envelope join record on record.id = envelope.record where reference = ?'
  const [row, ...others] = rows<{ sealed: Uint8Array }>(server, sql, reference)
  if (!row || others.length > 0) throw new Error(`not one envelope but ${others.length + (row ? 1 : 0)}`)
  return row.sealed
}

const hasAge = spawnSync('age', ['--version']).status === 0

/** What is inside an envelope, opened by the `age` of the system as a restore drill would; where there is none, says so. */
export async function openEnvelope(sealed: Uint8Array, identity: string): Promise<string> {
  if (hasAge) return openWithAge(sealed, identity)
  process.stdout.write(
    'The command age is not installed: this test opened the envelope with the age-encryption package.\n',
  )
  return openInProcess(sealed, identity)
}

/** The same without a process for each: for tests that open hundreds. */
export async function openInProcess(sealed: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(sealed, 'text')
}

function openWithAge(sealed: Uint8Array, identity: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'llafar-age-'))
  try {
    const key = join(folder, 'key')
    writeFileSync(key, `${identity}\n`, { mode: 0o600 })
    const { status, stdout, stderr } = spawnSync('age', ['-d', '-i', key], { input: sealed, maxBuffer: 1 << 20 })
    if (status !== 0) throw new Error(`age could not open the envelope: ${stderr}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
