import { defineConfig } from 'vitest/config'

/** Everything that needs no browser: see playwright.config.ts for the rest. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/a11y/**', '**/node_modules/**', 'dist/**'],
    setupFiles: ['tests/setup/fail-on-console.ts'],
    maxWorkers: 2,
    // Sealing, migrating and hashing passwords take their time when two files do it at once.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
