import { defineConfig } from '@playwright/test'

/** Journeys and accessibility, in a real browser against the real server: see tests/browser/llafar.ts. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['browser/**/*.test.ts', 'a11y/**/*.test.ts'],
  globalSetup: './tests/browser/global-set-up.ts',
  // A server and a browser each; more of them only wait for one another on two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  use: { actionTimeout: 7_000, viewport: { width: 360, height: 740 }, trace: 'off', screenshot: 'only-on-failure' },
})
