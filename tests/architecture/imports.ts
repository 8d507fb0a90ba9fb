import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One import in one file: what it takes, and whether it is only a type, which is gone when the program runs. */
export type Import = { readonly from: string; readonly takes: string; readonly isType: boolean }

/** Every source file of the project, without what is made or invented elsewhere. */
export const sourceFiles: readonly string[] = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|astro)$/.test(name))
    .map((name) => join(folder, name)),
)

/** A file of ours as it is named from the project's folder; a package as `npm:<name>`. */
function resolve(from: string, written: string): string {
  if (written.startsWith('#locales/')) return `locales/${written.slice('#locales/'.length)}`
  if (written.startsWith('#')) return `src/${written.slice(1)}`
  if (written.startsWith('.')) return normalize(join(dirname(from), written))
  return `npm:${written}`
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:([^'"()]*?)\s*from\s+)?['"]([^'"]+)['"]/gm
const later = /\bimport\(\s*['"]([^'"]+)['"]/g

/** All imports of a file: at the top, re-exports, and those made later. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  const early = [...text.matchAll(statement)].map(([, type, names = '', written = '']) => ({
    from: file,
    takes: resolve(file, written),
    // `import { type A, type B }` takes nothing either.
    isType: type !== undefined || /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names.trim()),
  }))
  const dynamic = [...text.matchAll(later)].map(([, written = '']) => ({
    from: file,
    takes: resolve(file, written),
    isType: false,
  }))
  return [...early, ...dynamic]
}

/** Every import in the project. */
export const allImports: readonly Import[] = sourceFiles.flatMap(importsOf)
