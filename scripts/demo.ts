import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'

/** `npm run demo`: invents a year of records in a folder of its own, once, and serves it. */
const env = { DATA_DIR: './data-demo', ...process.env }
const run = (...words: readonly string[]) => spawnSync(process.execPath, words, { env, stdio: 'inherit' }).status ?? 1

const isThere = existsSync(join(readConfig(env).dataDir, 'llafar.sqlite'))
const status = isThere ? 0 : run('scripts/llafar.ts', 'demo-data')
process.exitCode = status === 0 ? run('src/server/start.ts') : status
