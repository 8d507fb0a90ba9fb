import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { languages } from '../../src/domain/language/language.ts'
import { readRecordings, recordingPath } from '../../src/server/recordings.ts'

/** Puts recorded voices into the built site, with a list of their names for each language; nothing where there are none. */
export function recordings(folder: string | undefined): AstroIntegration {
  return {
    name: 'recordings',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const recorded = readRecordings(folder)
        if (!folder || !recorded) return
        const audio = join(fileURLToPath(dir), 'audio')
        for (const language of languages) {
          mkdirSync(join(audio, language), { recursive: true })
          writeFileSync(join(audio, language, 'keys.json'), JSON.stringify(recorded.keys[language]))
          for (const key of recorded.keys[language]) {
            const path = recordingPath(language, key)
            mkdirSync(dirname(join(audio, path)), { recursive: true })
            cpSync(join(folder, path), join(audio, path))
          }
        }
      },
    },
  }
}
