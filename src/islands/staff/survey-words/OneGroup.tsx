import { useEffect, useState } from 'preact/hooks'
import type { Answers } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { findWords } from '#forms/form-words.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { Drawing } from '../Drawing.tsx'
import { openRecord } from '../inbox/open-record.ts'
import { StepHeading, WentWrong } from '../parts.tsx'
import { inFigures } from './GroupList.tsx'
import type { HandedOut, SurveyWordsPage } from './survey-words-page.ts'

type Props = {
  readonly page: SurveyWordsPage
  readonly group: string
  readonly identities: readonly string[]
  readonly onBack: () => void
}

/** What was opened of a group: what each person wrote, and how many envelopes no key of the reader's opens. */
type Opened = {
  readonly form: string
  readonly month: string
  readonly all: readonly Answers[]
  readonly closed: number
}

/** The words of one form and month, under the questions they answer. Nobody is named, dated or numbered. */
export function OneGroup({ page, group, identities, onBack }: Props) {
  const { words, language } = page
  const [opened, setOpened] = useState<Opened>()
  const [problem, setProblem] = useState<NotDone>()
  useEffect(() => {
    ask<HandedOut>(`staff/survey-words/${encodeURIComponent(group)}`, language).then(async (answer) => {
      if (answer.ok) setOpened(await openAll(answer.value, identities))
      else setProblem(answer)
    })
  }, [group, identities, language])
  const back = (
    <button class="back no-print" type="button" onClick={onBack}>
      {words.inbox.backToList}
    </button>
  )
  if (!opened)
    return (
      <>
        {back}
        <WentWrong problem={problem} words={words} />
        {!problem && <p role="status">{words.working}</p>}
      </>
    )
  const form = page.forms[opened.form]
  const drawn = new Set(form && questionsOf(form.form).flatMap(({ id, kind }) => (kind === 'drawing' ? [id] : [])))
  const asked = [...new Set(opened.all.flatMap((answers) => Object.keys(answers)))]
  return (
    <>
      {back}
      <StepHeading>
        {form?.words.title} · {inFigures(opened.month)}
      </StepHeading>
      <p>{words.surveyWords.harm}</p>
      {opened.closed > 0 && <p class="notice">{putIn(words.surveyWords.closed, { count: opened.closed })}</p>}
      {asked.map((question) => {
        const label = (form && findWords(form.words, question)?.label) ?? words.surveyWords.unknownQuestion
        return (
          <section class="panel" key={question}>
            <h3>{label}</h3>
            <ul class="said-words">
              {opened.all.flatMap((answers, index) =>
                answers[question] === undefined ? (
                  []
                ) : (
                  <li key={index}>
                    {drawn.has(question) ? (
                      <Drawing answer={String(answers[question])} label={label} />
                    ) : (
                      String(answers[question])
                    )}
                  </li>
                ),
              )}
            </ul>
          </section>
        )
      })}
    </>
  )
}

async function openAll({ form, month, envelopes }: HandedOut, identities: readonly string[]): Promise<Opened> {
  const opened = await Promise.all(envelopes.map((envelope) => openRecord([envelope], identities)))
  const all = opened.flatMap((each) => (each.kind === 'open' ? [each.answers] : []))
  return { form, month, all, closed: envelopes.length - all.length }
}
