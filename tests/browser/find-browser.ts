import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where a browser of the system may be. */
const OF_THE_SYSTEM = [
  // The same browser without windows: a third less to do for every test.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What to do where there is none. */
export const HOW_TO_GET_A_BROWSER =
  'No browser was found for the browser tests. Install one and run the tests again: `apt-get install -y chromium-headless-shell` (Debian), `apt-get install -y chromium`, or `npx playwright install chromium`.'

/** The browser that is there: Playwright's own, else the system's. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...OF_THE_SYSTEM].find((path) => path !== '' && existsSync(path))
}

/** @throws a sentence that says what to install, when there is none. */
export function getBrowser(): string {
  const found = findBrowser()
  if (!found) throw new Error(HOW_TO_GET_A_BROWSER)
  return found
}
