import { NOT_SAID } from '#domain/participation/measure.ts'
import type { Entry } from '#server/reports/case.ts'
import { all, answers, by, byCase, explained, says } from '#server/reports/conditions.ts'
import { type CountedMeasure, defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, distinctOf, shareOf } from '#server/reports/parts.ts'
import { alone, cases, closings, received, those } from '#server/reports/populations.ts'
import { asksClosure } from '#server/reports/survey-parts.ts'

const joiningIn = { list: 'participation' } as const

/** @source M34; LW-A1.2 */
export const pathwayPlans = defineMeasure({
  id: 'M34',
  kind: 'output',
  sources: ['LW-A1.2'],
  parts: [distinctOf({ of: closings, where: says('pathwayPlanHelped', 'yes') })],
  notes: () => ['distinct'],
})

/** Told of a forum when the case was closed, and those who signed up themselves. @source M35; LW-A1.6, LW-13.5 */
export const referredToForums = defineMeasure({
  id: 'M35',
  kind: 'output',
  sources: ['LW-A1.6', 'LW-13.5'],
  parts: [
    distinctOf({ of: closings, where: answers('referredToForum') }),
    distinctOf({
      id: 'forum',
      of: closings,
      where: answers('referredToForum'),
      rows: joiningIn,
      by: by('referredToForum'),
    }),
    countOf({ id: 'signed-up', of: alone('join-in'), rows: joiningIn, by: by('joinIn', []) }),
  ],
  notes: () => ['distinct'],
})

/** Of those who had the occasion; beside it of all closed cases, and how many had none (Q19). */
function spokeUp(id: 'M49' | 'M50', source: string, question: string): CountedMeasure {
  return defineMeasure({
    id,
    kind: 'outcome',
    sources: [source, 'Q19'],
    parts: [
      shareOf({ of: closings, where: says(question, 'yes', 'no'), is: says(question, 'yes') }),
      shareOf({ id: 'of-all', of: closings, is: says(question, 'yes') }),
      countOf({ id: 'no-occasion', of: closings, where: says(question, 'no-occasion') }),
    ],
  })
}

/** @source M49; LW-A1.18 */
export const spokeUpInMeeting = spokeUp('M49', 'LW-A1.18', 'spokeUpInMeeting')
/** @source M50; LW-A1.19 */
export const spokeUpInWriting = spokeUp('M50', 'LW-A1.19', 'spokeUpInWriting')

const issues = { list: 'issues' } as const
const agency = { form: 'closure', question: 'agencies' } as const
const crossed = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((one) => right.map((other) => `${one} / ${other}`))
const issueBy = (second: (entry: Entry) => readonly string[]) => (entry: Entry) =>
  crossed(by('issues', [])(entry), second(entry))

/**
 * What young people asked about, and what their cases turned out to be about: many to a case. The crossings are for
 * those who can change something: they are too fine to be published.
 *
 * @source M53; NS-4k, LW-A1.22, LW-16.4, CM-8b, Q27
 */
export const themes = defineMeasure({
  id: 'M53',
  kind: 'outcome',
  sources: ['NS-4k', 'LW-A1.22', 'LW-16.4', 'CM-8b', 'Q27'],
  parts: [
    countOf({ id: 'asked', of: received(cases), rows: issues, by: by('issues', []) }),
    countOf({ id: 'closed', of: closings, rows: issues, by: by('issues', []) }),
    countOf({ id: 'agency', of: closings, rows: agency, by: by('agencies', []) }),
    countOf({
      id: 'issue-agency',
      of: closings,
      rows: [],
      by: issueBy(by('agencies', [])),
      onlyForCommissioner: true,
    }),
    countOf({
      id: 'issue-group',
      of: received(cases),
      rows: [],
      by: issueBy(byCase('group')),
      onlyForCommissioner: true,
    }),
    countOf({
      id: 'issue-reason',
      of: received(cases),
      rows: [],
      by: issueBy(byCase('reason')),
      onlyForCommissioner: true,
    }),
  ],
})

/** @source M66; NS-4e */
export const specialistAdvice = defineMeasure({
  id: 'M66',
  kind: 'output',
  sources: ['NS-4e'],
  parts: [
    distinctOf({ of: closings, where: answers('specialistAdvice') }),
    distinctOf({
      id: 'kind',
      of: closings,
      where: answers('specialistAdvice'),
      rows: { form: 'closure', question: 'specialistAdvice' },
      by: by('specialistAdvice'),
    }),
  ],
  notes: () => ['distinct'],
})

const rightsAndOptions = all(explained('rights'), explained('options'))

/** @source M67; NS-4c */
export const adviceGiven = defineMeasure({
  id: 'M67',
  kind: 'output',
  sources: ['NS-4c'],
  parts: [
    shareOf({ of: closings, is: rightsAndOptions }),
    countOf({ id: 'signposted', of: closings, rows: { list: 'bodies' }, by: by('signpostedTo', []) }),
  ],
})

/** @source M70; NS-4h */
export const preparedToPresent = defineMeasure({
  id: 'M70',
  kind: 'output',
  sources: ['NS-4h'],
  parts: [
    distinctOf({ of: closings, where: answers('preparedToPresent') }),
    distinctOf({
      id: 'kind',
      of: closings,
      where: answers('preparedToPresent'),
      rows: { form: 'closure', question: 'preparedToPresent' },
      by: by('preparedToPresent'),
    }),
    countOf({ id: 'case-studies', of: those(alone('quarter-narrative'), says('section', 'case-study')) }),
  ],
  notes: () => ['distinct'],
})

const spoken = { form: 'self-referral', question: 'speakLanguage', after: [NOT_SAID] } as const

/** What was asked for when asking, and what the advocate says was given (H7). @source M61; NS-3c, CS18, AS11, WB-1, WB-7 */
export const languageOfChoice = defineMeasure({
  id: 'M61',
  kind: 'process',
  sources: ['NS-3c', 'WB-1', 'WB-7'],
  parts: [
    shareOf({ id: 'given', of: closings, where: answers('languageGiven'), is: says('languageGiven', 'always') }),
    countOf({ id: 'asked', of: received(cases), rows: spoken, by: by('speakLanguage') }),
    shareOf({
      id: 'given-by-language',
      of: closings,
      where: answers('languageGiven'),
      is: says('languageGiven', 'always'),
      rows: spoken,
      by: byCase('speakLanguage'),
    }),
    ...asksClosure({ id: 'closure', question: 'languageOrWay', yes: ['always', 'sometimes'] }),
  ],
  notes: () => ['by-quarter-of-closing'],
})

/** @source M62; NS-3c */
export const interpreters = defineMeasure({
  id: 'M62',
  kind: 'process',
  sources: ['NS-3c'],
  parts: [
    shareOf({
      id: 'given',
      of: closings,
      where: says('interpreter', 'given', 'asked-not-given'),
      is: says('interpreter', 'given'),
    }),
    countOf({ id: 'asked', of: received(cases), where: says('interpreter', 'yes') }),
    countOf({
      id: 'language',
      of: closings,
      where: answers('interpreterLanguage'),
      rows: { form: 'closure', question: 'interpreterLanguage' },
      by: by('interpreterLanguage'),
    }),
  ],
})

/** @source M63; NS-3e, LW-7.20 */
export const communicationSupport = defineMeasure({
  id: 'M63',
  kind: 'process',
  sources: ['NS-3e', 'LW-7.20'],
  parts: [
    shareOf({
      id: 'given',
      of: closings,
      where: says('communicationSupport', 'given', 'needed-not-given'),
      is: says('communicationSupport', 'given'),
    }),
    countOf({
      id: 'ways',
      of: received(cases),
      rows: { form: 'self-referral', question: 'communication' },
      by: by('communication', []),
    }),
  ],
})
