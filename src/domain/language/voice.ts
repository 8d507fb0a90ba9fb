import type { Language } from './language.ts'

/** What a browser says of one of its voices. */
export type Voice = { readonly name: string; readonly lang: string; readonly localService: boolean }

/** Tags that mean a language: Android writes an underscore, Firefox on Android three letters. */
const tags: Readonly<Record<Language, readonly string[]>> = { cy: ['cy', 'cym', 'wel'], en: ['en', 'eng'] }

/** Voices that are hard to follow: taken only where there is no other. */
const HARD = /espeak|eloquence|^(albert|bad news|bahh|bells|boing|bubbles|cellos|jester|organ|trinoids|whisper|zarvox)/i

/**
 * The voice to read a page with: one of the page's own language that lives in the device, for a remote one
 * would send the words away. None for Welsh on Android, which lists languages and speaks English when the
 * Welsh voice is not there.
 *
 * @source EASY-READ 3.1, 3.2
 */
export function chooseVoice<Each extends Voice>(
  voices: readonly Each[],
  language: Language,
  { isAndroid }: { readonly isAndroid: boolean },
): Each | undefined {
  if (isAndroid && language === 'cy') return undefined
  const fitting = voices.filter(({ lang, localService }) => {
    const [tag = ''] = lang.toLowerCase().split(/[-_]/)
    return localService === true && tags[language].includes(tag)
  })
  const better = fitting.filter(({ name }) => !HARD.test(name))
  const best = better.length > 0 ? better : fitting
  return best.find(({ lang }) => /gb/i.test(lang.slice(2))) ?? best[0]
}
