import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import type { RealServer, ServerOptions } from './real-server.ts'

/** A server whose clock is the test's, from this moment on. */
export function fromMoment(moment: string): ServerOptions {
  return { settings: { TEST_CLOCK: moment }, nodeFlags: ['--import', './tests/setup/server-clock.ts'] }
}

/** Puts the clock of such a server, and of every browser that looks at it, to a moment. */
export async function setClock(
  { dataDir }: Pick<RealServer, 'dataDir'>,
  moment: string,
  contexts: readonly BrowserContext[],
): Promise<void> {
  writeFileSync(join(dataDir, 'clock'), String(Date.parse(moment) - Date.now()))
  for (const { clock } of contexts) await clock.setFixedTime(moment)
}

/** The moment on the clock of such a server: it has run on since it was set. */
export function nowOn({ dataDir }: Pick<RealServer, 'dataDir'>): number {
  return Date.now() + Number(readFileSync(join(dataDir, 'clock'), 'utf8'))
}
