import { useState } from 'preact/hooks'
import { Said } from '#components/form/Said.tsx'
import type { Language } from '#domain/language/language.ts'
import type { Receipt } from '#forms/journey.ts'
import type { ConfidentialitySummary } from '#i18n/confidentiality-summary.ts'
import { ownProblem, StepHeading, WentWrong } from '../parts.tsx'
import { Choose } from './Choose.tsx'
import type { InboxPage, WordedForm } from './inbox-page.ts'

/** What has to be known before the first question of a form that is filled in for somebody. */
export type Preface = {
  readonly channel: 'phone' | 'paper'
  readonly language: Language
  readonly receipt?: Receipt
}

type Props = {
  readonly page: InboxPage
  readonly worded: WordedForm
  readonly onBegin: (preface: Preface) => void
  readonly onCancel: () => void
}

/** How it came, in which language they are answered, and what stays private: told first, and what they answered. */
export function BeforeAsking({ page, worded: { words: formWords, confidentiality }, onBegin, onCancel }: Props) {
  const { words, languages } = page
  const { entry } = words.inbox
  const [channel, setChannel] = useState<string>()
  // Not chosen beforehand: who is asked in Welsh and answered in English has been asked for nothing.
  const [language, setLanguage] = useState<Language>()
  const [problem, setProblem] = useState(false)

  const toldIn = language ?? page.language
  const summary = confidentiality?.[toldIn]

  const begin = (form: HTMLFormElement) => {
    const preface = readPreface(new FormData(form), page, summary !== undefined)
    setProblem(!preface)
    if (preface) onBegin(preface)
  }
  return (
    <section class="panel">
      <WentWrong problem={problem ? ownProblem(entry.missing) : undefined} words={words} />
      <StepHeading>{formWords.title}</StepHeading>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin(event.currentTarget)
        }}
      >
        <Choose name="channel" legend={entry.channel} choices={entry.channels} onChoose={setChannel} />
        {languages.length > 1 && (
          <Choose
            name="language"
            legend={entry.language}
            hint={entry.languageHint}
            choices={Object.fromEntries(languages.map((each) => [each, words.inbox.languages[each]]))}
            onChoose={(chosen) => setLanguage(chosen === 'cy' ? 'cy' : 'en')}
          />
        )}
        {summary && <Told page={page} summary={summary} language={toldIn} isOnPaper={channel === 'paper'} />}
        <div class="actions">
          <button class="go-on" type="submit">
            {entry.begin}
          </button>
          <button class="plain" type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </form>
    </section>
  )
}

type ToldProps = {
  readonly page: InboxPage
  readonly summary: ConfidentialitySummary
  readonly language: Language
  readonly isOnPaper: boolean
}

function Told({ page, summary, language, isOnPaper }: ToldProps) {
  const { entry } = page.words.inbox
  const { title, ideas, understood, explain } = summary
  return (
    <>
      <section class="sheet" aria-labelledby="read-aloud">
        <h3 id="read-aloud">{entry.readAloud}</h3>
        <div lang={language}>
          <h4>{title}</h4>
          <ul>
            {ideas.map(({ say }) => (
              <li key={say}>
                <Said text={say} />
              </li>
            ))}
          </ul>
        </div>
      </section>
      <Choose
        name="told"
        legend={entry.told}
        choices={{ 'read-aloud': entry.toldAloud, ...(isOnPaper && { text: entry.toldOnPaper }) }}
      />
      <Choose name="answer" legend={entry.answer} choices={{ understood, explain }} choicesIn={language} />
    </>
  )
}

/** @returns undefined while something has not been chosen. */
function readPreface(fields: FormData, page: InboxPage, isTold: boolean): Preface | undefined {
  const [channel, format, answer] = ['channel', 'told', 'answer'].map((name) => fields.get(name))
  const language = page.languages.length > 1 ? fields.get('language') : page.language
  if ((channel !== 'phone' && channel !== 'paper') || (language !== 'cy' && language !== 'en')) return undefined
  if (!isTold) return { channel, language }
  if ((format !== 'read-aloud' && format !== 'text') || (answer !== 'understood' && answer !== 'explain'))
    return undefined
  return { channel, language, receipt: { version: page.receiptVersion, language, format, answer } }
}
