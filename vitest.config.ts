import { defineConfig } from 'vitest/config'

const notHere = ['tests/browser/**', 'tests/a11y/**', 'tests/faults/**', '**/node_modules/**', 'dist/**']

/** Everything that needs no browser: see playwright.config.ts for the rest. */
export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/setup/fail-on-console.ts'],
    maxWorkers: 2,
    // Sealing, migrating and hashing passwords take their time when two files do it at once.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'sqlite', include: ['tests/**/*.test.ts'], exclude: notHere } },
      // The same files over PostgreSQL, which the run brings along. The measures are pure functions of stories that the
      // store's own tests read from both: their hundreds of figures are worked out on SQLite only. So are the attack on
      // what is published and the long walk of every role over every route, which ask the same code whatever lies beneath.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/server/**/*.test.ts'],
          exclude: [
            'tests/server/reports/*.measure.test.ts',
            'tests/server/reports/public-edition.test.ts',
            'tests/server/complaints-firewall.test.ts',
            'tests/server/every-route.test.ts',
          ],
          globalSetup: ['tests/setup/postgres.ts'],
        },
      },
      // `npm run faults`: minutes, not seconds, so no part of `npm test`.
      { extends: true, test: { name: 'faults', include: ['tests/faults/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'faults-postgres',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/setup/postgres.ts'],
        },
      },
    ],
  },
})
