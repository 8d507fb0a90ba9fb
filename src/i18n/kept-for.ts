import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/kept-for.json' with { type: 'json' }
import en from '#locales/en/kept-for.json' with { type: 'json' }

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
  const words = locale[language]
  return (Object.keys(told) as Kept[]).map((kept) => ({
    symbol: told[kept],
    say: words.things[kept].replace('{time}', `**${timeOf(months[kept], language)}**`),
  }))
}

/** Months as people say them: in years where that comes out even. */
function timeOf(months: number, language: Language): string {
  const [unit, count] = months % 12 === 0 ? (['years', months / 12] as const) : (['months', months] as const)
  const name = `${unit}_${new Intl.PluralRules(language).select(count)}`
  const form = Object.entries(locale[language]).find(([key]) => key === name)?.[1]
  if (typeof form !== 'string') throw new Error(`${unit} has no words for ${count} in ${language}`)
  return form.replace('{count}', String(count))
}
