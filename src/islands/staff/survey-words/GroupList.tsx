import type { SurveyWordsGroup } from '#domain/survey-words.ts'
import { putIn } from '#i18n/put-in.ts'
import type { SurveyWordsPage } from './survey-words-page.ts'

type Props = {
  readonly page: SurveyWordsPage
  readonly groups: readonly SurveyWordsGroup[]
  readonly onOpen: (group: string) => void
}

/** What there is to read, by form and month, the newest month first. It is drawn without opening an envelope. */
export function GroupList({ page: { words, forms }, groups, onOpen }: Props) {
  const { surveyWords } = words
  if (groups.length === 0) return <p class="notice">{surveyWords.none}</p>
  return (
    <ul class="panels">
      {groups.map(({ id, form, month, count, unread = 0, isLate }) => (
        <li class="panel" key={id}>
          <h2>
            {forms[form]?.words.title} · {inFigures(month)}
          </h2>
          <p>{putIn(surveyWords.count, { count })}</p>
          {(isLate || unread > 0) && (
            <p class="flags">
              {isLate && <span class="flag flag-late">{surveyWords.late}</span>}
              {unread > 0 && <span class="flag flag-soon">{putIn(surveyWords.unread, { count: unread })}</span>}
            </p>
          )}
          <button class="button" type="button" onClick={() => onOpen(id)}>
            {surveyWords.open}
            <span class="visually-hidden">
              : {forms[form]?.words.title} · {inFigures(month)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A month in figures: `11/2026`. */
export function inFigures(month: string): string {
  const [year, number] = month.split('-')
  return `${number}/${year}`
}
