import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { SITE_URL } from './real-server.ts'

/** Runs a command of `npm run llafar` in a process of its own, with these settings alone. */
export function llafar(settings: Readonly<Record<string, string>>, ...words: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/llafar.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', HOME: tmpdir(), SITE_URL, ...settings },
  })
}
