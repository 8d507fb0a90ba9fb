import { isWithin } from '#domain/participation/span.ts'
import { type IsoDate, londonInstant } from '#domain/time/instant.ts'
import { beginning } from '#server/reports/case.ts'
import { answers, by, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf } from '#server/reports/parts.ts'
import { alone, type Population, those } from '#server/reports/populations.ts'

const tookPart = alone('participation')
const howMany =
  (question: string) =>
  ({ counted }: { counted: Readonly<Record<string, readonly string[]>> }) =>
    Number(counted[question]?.[0] ?? 1)
const youngPeople = howMany('youngPeople')

/** Offers to join in, and who took part: the same young person may take part more than once. @source M77; NS-5b, LW-11.2, LW-13.2, WG-11, CM-8a */
export const participation = defineMeasure({
  id: 'M77',
  kind: 'output',
  sources: ['NS-5b', 'LW-11.2', 'LW-13.2', 'WG-11', 'CM-8a'],
  parts: [
    countOf({ of: tookPart, times: youngPeople }),
    countOf({
      id: 'stage',
      of: tookPart,
      times: youngPeople,
      rows: choices('participation', 'stage'),
      by: by('stage'),
    }),
    countOf({ id: 'role', of: tookPart, times: youngPeople, rows: choices('participation', 'role'), by: by('role') }),
    countOf({ id: 'occasions', of: tookPart }),
    countOf({ id: 'signed-up', of: alone('join-in') }),
    countOf({ id: 'wishes', of: alone('join-in'), rows: { list: 'participation' }, by: by('joinIn', []) }),
  ],
})

function choices(form: string, question: string) {
  return { form, question } as const
}

const words = alone('quarter-narrative')
const section = (...sections: readonly string[]): Population => those(words, says('section', ...sections))
const change = section('change')

/** What was said and what came of it, by the day that young people were told of it. */
const told: Population = (facts, span) =>
  facts
    .alone('quarter-narrative')
    .filter(({ counted }) => counted.section?.includes('change') && counted.toldOn)
    .map((story) => ({ ...beginning(story), at: londonInstant(story.counted.toldOn?.[0] as IsoDate, '12:00') }))
    .filter(({ at }) => isWithin(at, span))

/** Said, done, told. @source M78; CM-7a, LW-13.3, NS-1g */
export const changesFromFeedback = defineMeasure({
  id: 'M78',
  kind: 'outcome',
  sources: ['CM-7a', 'LW-13.3', 'NS-1g'],
  parts: [
    countOf({ id: 'told', of: told }),
    countOf({ id: 'said', of: change }),
    countOf({ id: 'done', of: change, rows: choices('quarter-narrative', 'done'), by: by('done') }),
  ],
})

const publicityPieces = section('publicity')
const sessions = section('awareness')
const outreach = section('outreach')

/** @source M79; NS-1b, NS-3d, NS-4i, LW-8.3 */
export const publicity = defineMeasure({
  id: 'M79',
  kind: 'output',
  sources: ['NS-1b', 'NS-3d', 'NS-4i', 'LW-8.3'],
  parts: [
    countOf({ id: 'materials', of: publicityPieces, rows: choices('quarter-narrative', 'format'), by: by('format') }),
    countOf({
      id: 'language',
      of: publicityPieces,
      rows: choices('quarter-narrative', 'inLanguage'),
      by: by('inLanguage'),
    }),
    countOf({ id: 'copies', of: publicityPieces, where: answers('copies'), times: howMany('copies') }),
    countOf({
      id: 'sessions',
      of: sessions,
      times: howMany('sessions'),
      rows: choices('quarter-narrative', 'forWhom'),
      by: by('forWhom'),
    }),
    countOf({ id: 'people', of: sessions, where: answers('people'), times: howMany('people') }),
    countOf({
      id: 'outreach',
      of: outreach,
      rows: choices('quarter-narrative', 'outreachGroup'),
      by: by('outreachGroup'),
    }),
    countOf({ id: 'cost', of: outreach, where: answers('costPounds'), times: howMany('costPounds') }),
    countOf({ id: 'reviewed', of: outreach, where: answers('reviewOn') }),
  ],
})

const raised = section('systemic')

/** Themes raised with those who can change something, their reply, and whether anything changed. @source M82; NS-4k, CM-8b */
export const systemicAdvocacy = defineMeasure({
  id: 'M82',
  kind: 'outcome',
  sources: ['NS-4k', 'CM-8b'],
  parts: [
    countOf({ of: raised }),
    countOf({ id: 'with', of: raised, rows: choices('quarter-narrative', 'raisedWith'), by: by('raisedWith') }),
    countOf({ id: 'reply', of: raised, rows: choices('quarter-narrative', 'reply'), by: by('reply') }),
    countOf({ id: 'changed', of: raised, where: says('changed', 'yes') }),
  ],
})
