import type { Language } from '#domain/language/language.ts'
import { welshNumbers } from '#i18n/number-words.cy.ts'
import { englishNumbers } from '#i18n/number-words.en.ts'
import type { NumberWords } from '#i18n/number-words.ts'
import { putIn } from '#i18n/put-in.ts'

const words: Readonly<Record<Language, NumberWords>> = { cy: welshNumbers, en: englishNumbers }

/** Short numbers that are rung, and said digit by digit. */
const RUNG = new Set(['101', '111', '112', '999'])

/** @source BS 7666: the shape of a postcode of the United Kingdom */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g

/**
 * Writes a sentence as it is said: telephone numbers digit by digit, money, times, shares and other numbers in
 * words, so that no voice has to guess. Welsh counts in tens, and knows "dwy awr" and "pum diwrnod".
 *
 * @source EASY-READ 3.3 and 3.4: voices drop the pound of "£5" and the "un" of "14"
 */
export function toSpoken(sentence: string, language: Language): string {
  const say = words[language]
  return sentence
    .replaceAll('\u00a0', ' ')
    .replace(POSTCODE, (code) => letterByLetter(code, say))
    .replace(/\S+@\S+\w/g, (mail) => mail.replace('@', ` ${say.at} `).replaceAll('.', ` ${say.dot} `))
    .replace(/\b0\d[\d ]{3,}\d\b|\b\d{3}(?: \d{3})+\b|\b\d{5,}\b|\b\d{3}\b/g, (found) =>
      isRung(found) ? byDigit(found, say) : found,
    )
    .replace(/£(\d+)(?:\.(\d\d))?/g, (_, pounds: string, pence: string | undefined, at: number, all: string) =>
      mutated(money(Number(pounds), pence, language), all.slice(0, at), say),
    )
    .replace(/\b(\d\d?):(\d\d)\b/g, (_, hour: string, minutes: string, at: number, all: string) =>
      mutated(time(Number(hour), minutes, language), all.slice(0, at), say),
    )
    .replace(/\b(\d+)\.(\d+)\b/g, (_, whole: string, part: string, at: number, all: string) => {
      const said = putIn(say.point, { whole: toWords(Number(whole), language), part: byDigit(part, say) })
      return mutated(said, all.slice(0, at), say)
    })
    .replace(/\b(\d+) ?%/g, (_, share: string, at: number, all: string) =>
      mutated(putIn(say.percent, { number: toWords(Number(share), language) }), all.slice(0, at), say),
    )
    .replace(
      /\b(\d{1,4})\b(?: (\p{L}+))?/gu,
      (_, number: string, next: string | undefined, at: number, all: string) => {
        const said = mutated(toWords(Number(number), language, next), all.slice(0, at), say)
        return [said, next].filter(Boolean).join(' ')
      },
    )
}

/** A number with the first letter that it has after what is said before it. */
function mutated(said: string, before: string, { mutations }: NumberWords): string {
  // A letter that is written as two is another letter: "chwech" does not begin with c.
  if (/^(?:ch|dd|th)/.test(said)) return said
  const rule = mutations.find(({ after, only }) => after.test(before) && (only === undefined || only.test(said)))
  const first = said.charAt(0)
  return `${rule?.letters[first] ?? first}${said.slice(1)}`
}

/** A number from 0 to 9,999 in words; `next` is the word that is counted, which Welsh asks about. */
function toWords(number: number, language: Language, next?: string): string {
  const say = words[language]
  const noun = next && !say.notNouns.includes(next) ? next : undefined
  const rest = number % 100
  const hundreds = [say.thousands[Math.floor(number / 1000)], say.hundreds[Math.floor(number / 100) % 10]]
  const before = hundreds.filter(Boolean).join(' ')
  if (before && rest === 0) return before
  const joined =
    before && (say.afterHundreds[rest] ?? (language === 'en' ? `and ${belowHundred(rest, say, noun)}` : ''))
  return before ? `${before} ${joined || belowHundred(rest, say, noun)}` : belowHundred(rest, say, noun)
}

function belowHundred(number: number, say: NumberWords, noun: string | undefined): string {
  const isFeminine = noun !== undefined && say.feminineNouns.includes(noun)
  const unit = (digit: number) =>
    (isFeminine ? say.feminine[digit] : undefined) ??
    (noun && number < 10 ? say.beforeNoun[digit] : undefined) ??
    say.units[digit] ??
    ''
  if (number < say.units.length) return unit(number)
  const tens = say.tens[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? tens : `${tens} ${unit(number % 10)}`
}

function money(pounds: number, pence: string | undefined, language: Language): string {
  const say = words[language]
  const said = say.pounds[pounds] ?? putIn(say.morePounds, { number: toWords(pounds, language) })
  return pence && pence !== '00' ? `${said} ${putIn(say.pence, { number: toWords(Number(pence), language) })}` : said
}

function time(hour: number, minutes: string, language: Language): string {
  const said = toWords(hour, language)
  if (minutes === '00') return putIn(words[language].oClock, { hour: said })
  return putIn(words[language].timeOfDay, { hour: said, minutes: toWords(Number(minutes), language) })
}

function isRung(found: string): boolean {
  return found.length > 3 || RUNG.has(found)
}

function letterByLetter(code: string, say: NumberWords): string {
  const group = (part: string) => [...part].map((each) => say.digits[Number.parseInt(each, 10)] ?? each).join(' ')
  return code.split(' ').map(group).join(', ')
}

/** Digit by digit, with a breath between the groups as they are written. */
function byDigit(number: string, say: NumberWords): string {
  const group = (digits: string) => [...digits].map((digit) => say.digits[Number(digit)]).join(' ')
  return number.trim().split(' ').map(group).join(', ')
}
