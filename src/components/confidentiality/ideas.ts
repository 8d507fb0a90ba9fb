import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/confidentiality.json' with { type: 'json' }
import en from '#locales/en/confidentiality.json' with { type: 'json' }

/** One idea: a picture and the sentence it stands beside. */
export type Idea = { readonly symbol: string; readonly say: string }

/** The summary that comes before any question, and its two answers, of which neither is wrong. */
export type ConfidentialitySummary = {
  readonly title: string
  readonly ideas: readonly Idea[]
  readonly understood: string
  readonly explain: string
  readonly either: string
}

const summaries = { cy, en }

/**
 * The confidentiality summary of a service. Where named people at the council see names, it says so
 * in the same place.
 *
 * @source H1, H2; Q9
 */
export function confidentialitySummary(
  language: Language,
  service: { readonly councilSeesNames: boolean },
): ConfidentialitySummary {
  const { councilSeesNames, ...summary } = summaries[language]
  return service.councilSeesNames ? { ...summary, ideas: [...summary.ideas, councilSeesNames] } : summary
}
