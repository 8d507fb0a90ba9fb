import type { Audience } from '#domain/audience.ts'
import type { Choice } from '#forms/define-form.ts'

/** The words of one question, in one language. */
export type QuestionWords = {
  readonly label: string
  readonly hint?: string
  readonly choices?: Readonly<Record<string, string>>
  /** One whole sentence for each rule that an answer can break. */
  readonly errors?: Readonly<Record<string, string>>
}

/** A question of an earlier version: its label when it is asked no more, and the choices that are offered no more. */
export type EarlierWords = { readonly label?: string; readonly choices?: Readonly<Record<string, string>> }

/** What a sender reads once their form has arrived. */
export type SentWords = {
  readonly title: string
  readonly thanks: string
  readonly next: readonly { readonly symbol: string; readonly say: string }[]
  /** Before the list of those who can help with a complaint about us, where it belongs (NS-2e). */
  readonly bodies?: string
}

/** What a page says that asks nothing, and the words of the link it leads on with, if there is one. */
export type TellingWords = {
  readonly ideas: readonly { readonly symbol: string; readonly say: string }[]
  readonly link?: string
}

/** The words of one page. */
export type PageWords = { readonly title: string; readonly hint?: string; readonly tells?: TellingWords }

/** The words of one form, in one language: `locales/<language>/forms/<id>.json` with the service's lists filled in. */
export type FormWords = {
  readonly title: string
  /** Said before the first question: how long it takes, and that nothing is sent yet. */
  readonly intro?: string
  readonly pages: Readonly<Record<string, PageWords>>
  readonly questions: Readonly<Record<string, QuestionWords>>
  /** The words of what earlier versions asked and this one does not: what was answered then stays readable. */
  readonly earlier?: Readonly<Record<string, EarlierWords>>
  readonly send: string
  /** Fixed sentences as a young person reads them, by choice: what `message-to-child` sends. */
  readonly says?: Readonly<Record<string, string>>
  /** What is said once it has arrived, where the words of a referral do not fit. */
  readonly sent?: SentWords
  /** The same, where it went to somebody else than the form's usual readers. */
  readonly sentTo?: Readonly<Partial<Record<Audience, SentWords>>>
}

/** The words of a question. @throws when the locale lacks them: the tests hold that it never does. */
export function wordsOf(words: FormWords, question: string): QuestionWords {
  const found = findWords(words, question)
  if (!found) throw new Error(`no words for question ${question}`)
  return found
}

/**
 * The words of a question that is asked or once was, with every choice that it offers or once offered.
 *
 * @returns undefined when there never was such a question.
 */
export function findWords(words: FormWords, question: string): QuestionWords | undefined {
  const [now, before] = [words.questions[question], words.earlier?.[question]]
  const label = now?.label ?? before?.label
  if (label === undefined) return undefined
  return before ? { ...now, label, choices: { ...before.choices, ...now?.choices } } : now
}

/** The words of one choice. */
export function choiceWords(words: FormWords, question: string, choice: Choice['id']): string {
  return wordsOf(words, question).choices?.[choice] ?? choice
}
