import type { Language } from '#domain/language/language.ts'
import type { Instant } from '#domain/time/instant.ts'
import { sayBy } from '#i18n/times.ts'
import cy from '#locales/cy/track.json' with { type: 'json' }
import en from '#locales/en/track.json' with { type: 'json' }

/** What happens next: for a program and in words; and by when, where that is ours to promise. */
export function nextStep(
  by: Instant | undefined,
  language: Language,
): { readonly by?: Instant; readonly says: string } {
  if (by === undefined) return { says: { cy, en }[language].manager.status.received }
  return { by, says: sayBy('lookBy', by, language) }
}
