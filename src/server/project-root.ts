import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project: found upwards from this file, which may run from the source or from the build. */
export const projectRoot: string = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'content'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('the folder of the project was not found')
  return rootAbove(parent)
}
