import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/kept-for.json' with { type: 'json' }
import en from '#locales/en/kept-for.json' with { type: 'json' }
import { counted } from './counted.ts'

type Kept = keyof Service['retentionMonths']

const locale = { cy, en }

/** What a child is told of, in this order, each with its picture. */
const told = {
  referral: 'finished',
  notAccepted: 'no',
  activeOffer: 'talk-together',
  feedback: 'complaint',
  surveyWords: 'survey',
  joinIn: 'group',
  answerphone: 'leave-message',
} as const satisfies Record<Kept, string>

/**
 * How long each thing is kept, in sentences with a picture: "When our help ends, we keep your words: 6 years."
 * The time stands after a colon, so that nothing before it changes its first letter.
 */
export function keptFor(
  months: Readonly<Record<Kept, number>>,
  language: Language,
): readonly { readonly symbol: string; readonly say: string }[] {
  return (Object.keys(told) as Kept[]).map((kept) => ({
    symbol: told[kept],
    say: sayKept(kept, months[kept], language),
  }))
}

/** How long one of them is kept, in its sentence. */
export function sayKept(kept: Kept, months: number, language: Language): string {
  return locale[language].things[kept].replace('{time}', `**${timeOf(months, language)}**`)
}

/** Months as people say them: in years where that comes out even. */
function timeOf(months: number, language: Language): string {
  const [unit, count] = months % 12 === 0 ? (['years', months / 12] as const) : (['months', months] as const)
  return counted(locale[language], unit, count, language)
}
