import type { Language } from '#domain/language/language.ts'
import { clipKey } from '#i18n/clip-key.ts'
import { listPassages, type Passage } from './passages.ts'

/**
 * How the passages of the page are listed: with their recordings where the page as it stands is recorded whole in this
 * voice, else without any, so that one page is heard in one voice. Nothing is asked for where nothing is recorded.
 *
 * @source EASY-READ 3.4
 */
export async function passageLister(language: Language, voice: string | undefined): Promise<() => readonly Passage[]> {
  const plain = () => listPassages(language)
  if (!voice) return plain
  const sayings = [...new Set(plain().map(({ say }) => say))]
  const named = new Map(
    await Promise.all(sayings.map(async (say) => [say, await clipKey(language, voice, say)] as const)),
  )
  const recorded: readonly string[] = await fetch(`/audio/${language}/keys.json`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<readonly string[]>) : []))
    .catch(() => [])
  if (![...named.values()].every((key) => recorded.includes(key))) return plain
  return () => {
    const passages = plain()
    // What was put on the page since then may have no recording.
    const isWhole = passages.every(({ say }) => named.has(say))
    return isWhole ? passages.map((passage) => ({ ...passage, clip: named.get(passage.say) })) : passages
  }
}
