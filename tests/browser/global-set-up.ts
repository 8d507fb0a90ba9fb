import { readConfig } from '#server/config.ts'
import { ensureBuilt } from '#server/ensure-built.ts'
import { getBrowser } from './find-browser.ts'
import { serverSettings } from './real-server.ts'

/** Before any test: there is a browser, and the site is built from what is in the folder now. */
export default function setUp(): void {
  getBrowser()
  ensureBuilt(readConfig(serverSettings({ port: 0, dataDir: '' })))
}
