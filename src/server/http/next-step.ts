import type { Language } from '#domain/language/language.ts'
import type { Instant } from '#domain/time/instant.ts'
import { sayBy } from '#i18n/times.ts'

/** What happens next, and by when: for a program and in words. */
export function nextStep(by: Instant, language: Language): { readonly by: Instant; readonly says: string } {
  return { by, says: sayBy('lookBy', by, language) }
}
