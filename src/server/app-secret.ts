import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '#server/config.ts'
import { toDisk } from '#server/to-disk.ts'

/** The secret of this installation: the setting, or a file of its own that is made once, for its owner only. */
export function appSecret(config: Pick<Config, 'appSecret' | 'dataDir'>): string {
  if (config.appSecret) return config.appSecret
  const file = join(config.dataDir, 'app-secret')
  if (existsSync(file)) return readSecret(file)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('base64url')
  // On the disk before the first row that depends on it: a power cut would leave a database without its secret.
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true })
  toDisk(config.dataDir)
  return secret
}

/** Shorter than any that we make: a disk that failed, or a copy broken off, has left a part of it. */
const SHORTEST = 32

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST)
    throw new ConfigError(
      `The file ${file} is empty or cut off. Put back the copy that was kept apart from the backups; only where nothing ` +
        'has ever been received, remove the whole DATA_DIR. Then start again. See docs/runbook.md, "The secret is lost".',
    )
  return secret
}
