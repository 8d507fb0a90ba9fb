import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run demo`: invents a year of records in a folder of its own, once, and serves it. */
const dataDir = process.env.DATA_DIR ?? './data-demo'
const env = { ...process.env, DATA_DIR: dataDir }
const run = (...words: readonly string[]) => spawnSync(process.execPath, words, { env, stdio: 'inherit' }).status ?? 1

const isThere = existsSync(join(dataDir, 'llafar.sqlite'))
const status = isThere ? 0 : run('scripts/llafar.ts', 'demo-data')
process.exitCode = status === 0 ? run('src/server/start.ts') : status
