import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Flags for Node and a setting with which a server's clock begins at a moment and is the test's from then on. */
export function clockFrom(moment: string) {
  return { settings: { TEST_CLOCK: moment }, nodeFlags: ['--import', './tests/setup/server-clock.ts'] } as const
}

/** Puts the clock of such a server to a moment, from which it runs on, through later starts too. */
export function putTo({ dataDir }: { readonly dataDir: string }, moment: string): void {
  writeFileSync(join(dataDir, 'clock'), String(Date.parse(moment) - Date.now()))
}
