import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { putTo } from '../builders/server-clock.ts'
import type { RealServer } from './real-server.ts'

/** Puts the clock of such a server, and of every browser that looks at it, to a moment. */
export async function setClock(
  server: Pick<RealServer, 'dataDir'>,
  moment: string,
  contexts: readonly BrowserContext[],
): Promise<void> {
  putTo(server, moment)
  for (const { clock } of contexts) await clock.setFixedTime(moment)
}

/** The moment on the clock of such a server: it has run on since it was set. */
export function nowOn({ dataDir }: Pick<RealServer, 'dataDir'>): number {
  return Date.now() + Number(readFileSync(join(dataDir, 'clock'), 'utf8'))
}
