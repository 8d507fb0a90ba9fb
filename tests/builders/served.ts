import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { type Served, serve } from '#server/main.ts'
import { buildOnce } from './real-server.ts'

/** The secret of every server that {@link aServed} starts. */
export const SECRET = 'a secret of a test, thirty-two characters or more'

/** A server in the test's own process, for what cannot be set from outside. */
export type TestServed = Served & { readonly url: string; readonly dataDir: string }

/**
 * Serves what is built in this process, on a data folder of its own. It takes the site as it is built for the other
 * tests, so that it can believe to stand behind another address.
 *
 * @param settings - by name, as in the environment
 * @param patience - how long a request may take to come, when it is not to be as for people
 */
export async function aServed(
  settings: Readonly<Record<string, string>>,
  patience?: Parameters<typeof serve>[1],
): Promise<TestServed> {
  await buildOnce()
  const dataDir = mkdtempSync(join(tmpdir(), 'llafar-served-'))
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', SEND_LIMIT: '0', APP_SECRET: SECRET, ...settings })
  const served = await serve(config, patience)
  return {
    ...served,
    dataDir,
    url: `http://127.0.0.1:${served.port}`,
    stop: async () => {
      await served.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
