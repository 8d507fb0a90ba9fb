import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import { inLanguage } from '#i18n/built-service.ts'
import cy from '#locales/cy/confidentiality.json' with { type: 'json' }
import cyAdult from '#locales/cy/confidentiality-adult.json' with { type: 'json' }
import en from '#locales/en/confidentiality.json' with { type: 'json' }
import enAdult from '#locales/en/confidentiality-adult.json' with { type: 'json' }

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

/** Said where a service's participation manager may read an adult's form. @source LW-8.2, Q8 */
const managers = { cy: cyAdult.managerReadsInstead, en: enAdult.managerReadsInstead }

const summaries = { child: { cy, en }, adult: { cy: cyAdult, en: enAdult } }

/** For whom the summary is, and who will read the form. */
export type SummaryOf = {
  readonly language: Language
  readonly councilSeesNames: Service['councilSeesNames']
  readonly reader: 'child' | 'adult'
  readonly audience: Audience
  /** Who reads it instead, when certain answers are given. */
  readonly otherAudiences: readonly Audience[]
}

/**
 * The confidentiality summary of a form. It says who reads the form, and, where named people at the
 * council see names, that too, in the same place.
 *
 * @source H1, H2; Q9
 */
export function confidentialitySummary({
  language,
  councilSeesNames,
  reader,
  audience,
  otherAudiences,
}: SummaryOf): ConfidentialitySummary {
  const { readers, ideas, title, understood, explain, either } = summaries[reader][language]
  const instead = otherAudiences.includes('participation-manager') ? [managers[language]] : []
  const reads = { symbol: 'group', say: readers[audience] }
  const seen = councilSeesNames ? councilSeesNames.ideas : []
  const sees = seen.map(({ symbol, ...words }) => ({ symbol, say: inLanguage(words[reader], language) }))
  const said = ideas.map((idea) => sayFor(idea, councilSeesNames !== false))
  // Who sees the name stands beside what is private, so that the one is never read without the other.
  const asked = said.findIndex(({ symbol }) => symbol === 'yes') + 1
  return {
    title,
    understood,
    explain,
    either,
    ideas: [...said.slice(0, asked), ...sees, ...said.slice(asked), reads, ...instead],
  }
}

/** A young person's yes is about what they say; where a council sees names it must not sound like more. @source H2, LW-9.5 */
function sayFor(idea: Idea & { readonly sayWhereNamesAreSeen?: string }, areNamesSeen: boolean): Idea {
  const { symbol, say, sayWhereNamesAreSeen = say } = idea
  return { symbol, say: areNamesSeen ? sayWhereNamesAreSeen : say }
}
