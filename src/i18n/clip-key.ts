import type { Language } from '#domain/language/language.ts'

/**
 * The name of the recording of a passage: 16 hexadecimal digits that follow from its language, whose voice it is and
 * what is said. Other words have another name, so a recording can never say something else than its page.
 *
 * @source EASY-READ 3.4
 */
export async function clipKey(language: Language, voice: string, said: string): Promise<string> {
  const text = `${language}|${voice}|${said.normalize('NFC').replace(/\s+/g, ' ').trim()}`
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
