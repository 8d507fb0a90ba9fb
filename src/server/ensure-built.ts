import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '#server/config.ts'
import { loadService, serviceFile } from '#server/load-service.ts'
import { projectRoot } from '#server/project-root.ts'
import { readRecordings } from '#server/recordings.ts'
import { readSymbolSet } from '#server/symbol-set.ts'

/** What a build is made of: when any of it changes, the build is stale. */
const sources = ['src', 'content', 'locales', 'public', 'astro.config.mjs', 'package-lock.json', 'scripts/build']

/** What a stamp is made from, beside the sources. */
type StampParts = Pick<Config, 'service' | 'siteUrl'> & Partial<Pick<Config, 'symbols' | 'recordings'>>

/**
 * Builds the site unless what is built was made for this service, this service file, this address and
 * these sources. The wrong service's page can never be served from a stale build.
 *
 * @throws ConfigError when the service cannot be served, or the build fails.
 */
export function ensureBuilt(config: Config, { always = false } = {}): void {
  // Said here in a sentence, and not from inside the build.
  loadService(config.service)
  readSymbolSet(config.symbols)
  readRecordings(config.recordings)
  const stamp = buildStamp(config)
  if (!always && isBuiltFor(config)) return
  process.stdout.write('Building the site (about half a minute)…\n')
  const astro = join(projectRoot, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const { status } = spawnSync(process.execPath, [astro, 'build', '--silent'], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      SERVICE: config.service,
      SITE_URL: config.siteUrl,
      BUILD_DIR: config.buildDir,
      SYMBOLS: config.symbols ?? '',
      RECORDINGS: config.recordings ?? '',
      // A build is one for production, whoever starts it: tests set another value.
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  if (status !== 0) throw new ConfigError('The site could not be built: see above.')
  writeFileSync(stampFileOf(config), stamp)
}

/** Tells whether what is built is this service's, from this file, for this address, out of these sources. */
export function isBuiltFor(config: StampParts & Pick<Config, 'buildDir'>): boolean {
  const stampFile = stampFileOf(config)
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === buildStamp(config)
}

function stampFileOf({ buildDir }: Pick<Config, 'buildDir'>): string {
  return join(buildDir, 'stamp')
}

/** What a build is known by: another service, service file, set of symbols, address, Node or source gives another stamp. */
export function buildStamp(config: StampParts): string {
  const hash = createHash('sha256').update(`${config.service} ${config.siteUrl} ${process.version}`)
  hash.update(readFileSync(serviceFile(config.service)))
  hash.update(JSON.stringify([readSymbolSet(config.symbols) ?? null, readRecordings(config.recordings) ?? null]))
  for (const file of sources.flatMap(filesOf)) hash.update(file).update(readFileSync(join(projectRoot, file)))
  return hash.digest('hex')
}

function filesOf(source: string): readonly string[] {
  const path = join(projectRoot, source)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [source]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(source, name))
    .filter((file) => statSync(join(projectRoot, file)).isFile())
    .sort()
}
