import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '#domain/language/language.ts'
import { ConfigError } from '#server/config.ts'

const voicesSchema = z.strictObject({ cy: z.string().min(1), en: z.string().min(1) })

/** Recorded voices: whose they are in each language, and the names of their recordings. */
export type Recordings = {
  readonly voices: z.infer<typeof voicesSchema>
  readonly keys: Readonly<Record<Language, readonly string[]>>
}

/** Where a recording lies below its folder, and where it is asked for below /audio. */
export function recordingPath(language: Language, key: string): string {
  return `${language}/${key.slice(0, 2)}/${key}.mp3`
}

/**
 * Reads a folder of recordings: `voices.json`, which names a voice for each language, and the files,
 * `<language>/<first two digits>/<name>.mp3`.
 *
 * @param folder - absent: nothing is recorded.
 * @throws ConfigError when the folder has no usable `voices.json`, or a file that could never be found.
 */
export function readRecordings(folder: string | undefined): Recordings | undefined {
  if (!folder) return undefined
  const file = join(folder, 'voices.json')
  const parsed = existsSync(file) ? voicesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  if (!parsed?.success) throw new ConfigError(`RECORDINGS: ${folder} has no voices.json with a voice for cy and en`)
  const [cy, en] = languages.map((language) => keysIn(folder, language))
  return { voices: parsed.data, keys: { cy: cy ?? [], en: en ?? [] } }
}

function keysIn(folder: string, language: Language): readonly string[] {
  if (!existsSync(join(folder, language))) return []
  const files = readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
  const names = files.filter((file) => file.endsWith('.mp3')).map((file) => file.replaceAll('\\', '/'))
  return names.sort().map((name) => {
    const key = name.slice(3, -'.mp3'.length)
    const isFound = /^[0-9a-f]{16}$/.test(key) && `${language}/${name}` === recordingPath(language, key)
    if (!isFound) throw new ConfigError(`RECORDINGS: ${language}/${name} has no name that a page would ask for`)
    return key
  })
}
