import { useState } from 'preact/hooks'
import {
  caseloadColumns,
  caseloadLine,
  hoursUpdateColumns,
  hoursUpdateLine,
  nameColumns,
  nameLine,
  type QuarterDays,
} from '#domain/council/council-lists.ts'
import { csvOf } from '#domain/csv.ts'
import { ask, type NotDone } from '../ask.ts'
import { StepHeading, WentWrong } from '../parts.tsx'
import type { InboxPage } from './inbox-page.ts'
import { openCase, type SealedCase } from './open-case.ts'

type Handed = { readonly cases: readonly SealedCase[]; readonly quarter?: QuarterDays }
type Asked = { readonly list: string; readonly quarter?: string; readonly about?: string; readonly desk?: string }
type Props = { readonly page: InboxPage; readonly identities: readonly string[]; readonly onBack: () => void }

/** The lists that the council's contract asks for. They are put together here, and saved on this computer alone. */
export function CouncilLists({ page, identities, onBack }: Props) {
  const { lists, backToList } = page.words.inbox
  const { make, said, problem } = useListMaking(page, identities)
  return (
    <>
      <button class="back no-print" type="button" onClick={onBack}>
        {backToList}
      </button>
      <StepHeading>{lists.title}</StepHeading>
      <p>{lists.say}</p>
      <WentWrong problem={problem} words={page.words} />
      <p role="status">{said}</p>
      <p>
        <a href={page.toDisclosures}>{lists.log}</a>
      </p>
      {page.roles.includes('coordinator') && <OfTeam page={page} onMake={make} />}
      {page.roles.includes('participation-manager') && (
        <section class="panel">
          <p>{lists.ownNamesSay}</p>
          <button class="button" type="button" onClick={() => make({ list: 'names', desk: 'participation-manager' })}>
            {lists.ownNames}
          </button>
        </section>
      )}
    </>
  )
}

/** The lists of the team's cases: the coordinator makes them. */
function OfTeam({ page, onMake }: Pick<Props, 'page'> & { readonly onMake: (asked: Asked) => void }) {
  const { lists } = page.words.inbox
  const [quarter, setQuarter] = useState(page.quarters[0]?.[0] ?? '')
  return (
    <>
      <section class="panel">
        <div class="question">
          <label class="question-label" for="quarter">
            {lists.quarter}
          </label>
          <select class="text" id="quarter" value={quarter} onChange={(event) => setQuarter(event.currentTarget.value)}>
            {page.quarters.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="button" onClick={() => onMake({ list: 'caseload', quarter })}>
          {lists.caseload}
        </button>
      </section>
      <section class="panel">
        <p>{lists.namesSay}</p>
        <button class="button" type="button" onClick={() => onMake({ list: 'names' })}>
          {lists.names}
        </button>
      </section>
    </>
  )
}

/** The update on the hours of one case, as a file. */
export function HoursUpdate({ page, identities, about }: Omit<Props, 'onBack'> & { readonly about: string }) {
  const { make, said, problem } = useListMaking(page, identities)
  return (
    <>
      <WentWrong problem={problem} words={page.words} />
      <p class="actions no-print">
        <button class="button" type="button" onClick={() => make({ list: 'hours-update', about })}>
          {page.words.inbox.lists.hoursUpdate}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  )
}

function useListMaking(page: InboxPage, identities: readonly string[]) {
  const { lists } = page.words.inbox
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<NotDone>()
  const make = async (asked: Asked) => {
    setSaid(lists.making)
    const handed = await ask<Handed>('staff/council-list', page.language, asked)
    setProblem(handed.ok ? undefined : handed)
    if (handed.ok) save(await rowsOf(page, identities, asked, handed.value), `${asked.list}.csv`)
    setSaid(handed.ok ? lists.made : '')
  }
  return { make, said, problem }
}

async function rowsOf(page: InboxPage, identities: readonly string[], { list }: Asked, { cases, quarter }: Handed) {
  const { columns } = page.words.inbox.lists
  const opened = await Promise.all(cases.map((sealed) => openCase(page, sealed, identities)))
  const table = <Column extends keyof typeof columns>(
    names: readonly Column[],
    lines: readonly Readonly<Record<Column, string>>[],
  ) => [names.map((name) => columns[name]), ...lines.map((line) => names.map((name) => line[name]))]
  if (list === 'names') return table(nameColumns, opened.map(nameLine))
  if (!quarter) return table(hoursUpdateColumns, opened.map(hoursUpdateLine))
  return table(
    caseloadColumns,
    opened.map((each) => caseloadLine(each, quarter)),
  )
}

/** Saves a file from this page: it never goes back to the server. */
function save(rows: readonly (readonly string[])[], name: string): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
