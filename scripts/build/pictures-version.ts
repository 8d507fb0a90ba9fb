import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What decides which pictures the forms' file holds, and how they look. */
const SOURCES = ['content/symbols', 'content/services', 'src/forms', 'src/pages/symbols', 'locales/en']

/**
 * A short name for the present pictures: another one whenever any of them may have changed.
 *
 * @param symbols - the folder of another set of symbols, if there is one.
 */
export function picturesVersion(symbols: string | undefined): string {
  const hash = createHash('sha256')
  for (const folder of symbols ? [...SOURCES, symbols] : SOURCES)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(folder, name)
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file))
    }
  return hash.digest('hex').slice(0, 8)
}
