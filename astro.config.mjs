import { readFileSync } from 'node:fs'
import node from '@astrojs/node'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { bankHolidays } from './scripts/build/bank-holidays.ts'
import { compressed } from './scripts/build/compressed.ts'
import { firstLoad } from './scripts/build/first-load.ts'
import { picturesVersion } from './scripts/build/pictures-version.ts'
import { recordings } from './scripts/build/recordings.ts'
import { appRoutes } from './src/i18n/app-routes.ts'
import { loadService, serviceFile } from './src/server/load-service.ts'
import { readRecordings } from './src/server/recordings.ts'
import { readSymbolSet } from './src/server/symbol-set.ts'

const service = process.env.SERVICE ?? 'cymru-demo'
const symbols = process.env.SYMBOLS || undefined
const recorded = process.env.RECORDINGS || undefined

export default defineConfig({
  // Only for absolute addresses in the head; the server checks it against the build's stamp.
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  outDir: process.env.BUILD_DIR ?? './dist',
  output: 'static',
  adapter: node({ mode: 'middleware' }),
  // The server answers sessions itself; without this the adapter keeps them in files.
  session: false,
  trailingSlash: 'never',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  integrations: [preact(), appRoutes(loadService(service).languages), recordings(recorded), compressed(), firstLoad()],
  // Our own server gives Astro a clean host and origin: see src/server/http/normalise.ts.
  security: { checkOrigin: true, allowedDomains: [{}] },
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    // A script that is bundled by itself would otherwise carry line numbers, and the paths of this machine.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    define: {
      __BANK_HOLIDAYS__: JSON.stringify(bankHolidays(loadService(service).holidayRegion, new Date().getFullYear())),
      __PICTURES_VERSION__: JSON.stringify(picturesVersion(symbols)),
      __SYMBOL_SET__: JSON.stringify(readSymbolSet(symbols) ?? null),
      __RECORDED_VOICES__: JSON.stringify(readRecordings(recorded)?.voices ?? null),
      __SERVICE_FILE__: JSON.stringify(readFileSync(serviceFile(service), 'utf8')),
    },
  },
  devToolbar: { enabled: false },
  telemetry: false,
})
