import type { Measure, MeasureId } from '#domain/participation/measure.ts'
import { helpedAreas } from '#forms/survey-choices.ts'
import { all, answers, by, says } from '#server/reports/conditions.ts'
import { type CountedMeasure, defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, shareOf } from '#server/reports/parts.ts'
import { alone, closings, closureSurveys } from '#server/reports/populations.ts'
import { asked, asksAnnual, asksClosure, type Item, ofAllAsked, sharesPicking } from '#server/reports/survey-parts.ts'

/** Scale A: both yes answers count, and are shown apart in the spread. @source Q15 */
const YES = ['a-lot', 'a-bit']
/** Scale F: only happy counts. @source Q15 */
const HAPPY = ['happy']

/** What young people say of one item when their case is closed. */
function youngPeopleSay(id: MeasureId, sources: Measure['sources'], item: Omit<Item, 'id'>): CountedMeasure {
  return defineMeasure({
    id,
    kind: 'outcome',
    sources,
    parts: asksClosure({ id: 'share', ...item }),
    notes: () => ['not-sure-counts', 'by-quarter-of-closing'],
  })
}

/** What the advocate judged of one item when closing: of the returns made, and of all closed cases. */
function advocatesSay(id: MeasureId, sources: Measure['sources'], question: string): CountedMeasure {
  return defineMeasure({
    id,
    kind: 'outcome',
    sources: [...sources, 'Q13'],
    parts: [
      shareOf({ of: closings, where: says(question, 'yes', 'no'), is: says(question, 'yes') }),
      shareOf({ id: 'of-all', of: closings, is: says(question, 'yes') }),
      countOf({ id: 'spread', of: closings, rows: { form: 'closure', question }, by: by(question) }),
    ],
    notes: () => ['returns-made'],
  })
}

const listened = asksClosure({ id: 'listened', question: 'listened', yes: YES })
const helpedChoose = asksClosure({ id: 'helped-choose', question: 'helpedChoose', yes: YES })
const both = all(says('listened', ...YES), says('helpedChoose', ...YES))

/** Both yes answers are needed; each is printed alone too (Q14). @source M36; CS1, CS2; LW-A1.1, NS-4a, WB-1 */
export const listenedToAndPartOf = defineMeasure({
  id: 'M36',
  kind: 'outcome',
  sources: ['LW-A1.1', 'NS-4a', 'WB-1', 'Q14', 'Q15'],
  parts: [
    shareOf({
      of: closureSurveys,
      where: all(answers('listened'), answers('helpedChoose')),
      is: both,
      among: all(answers('listened'), answers('helpedChoose')),
      asked,
    }),
    ofAllAsked('share-of-all', both),
    ...listened,
    ...helpedChoose,
  ],
  notes: () => ['not-sure-counts', 'by-quarter-of-closing'],
})

// What each asks, and which answers count: REQUIREMENTS (1) and (2).
export const processesUnderstood = youngPeopleSay('M37', ['LW-A1.7', 'Q15'], { question: 'knowHowItWorks', yes: YES })
export const processesUnderstoodAdvocate = advocatesSay('M38', ['LW-A1.8', 'H5'], 'knowsHowItWorks')
export const rightsUnderstood = youngPeopleSay('M39', ['LW-A1.9', 'NS-3b', 'NS-4c', 'Q15'], {
  question: 'knowRights',
  yes: YES,
})
export const rightsUnderstoodAdvocate = advocatesSay('M40', ['LW-A1.10', 'H5'], 'knowsRights')
export const satisfiedWithService = youngPeopleSay('M41', ['LW-A1.11', 'NS-5a', 'Q15'], {
  question: 'ourHelp',
  yes: HAPPY,
})
export const wouldRecommend = youngPeopleSay('M42', ['LW-A1.11', 'Q16'], { question: 'tellAFriend', yes: YES })
export const satisfiedWithOutcome = youngPeopleSay('M44', ['LW-A1.13', 'Q15'], { question: 'turnedOut', yes: HAPPY })
export const betterWithWorker = youngPeopleSay('M45', ['LW-A1.14', 'WB-5'], {
  question: 'getOnWithWorker',
  yes: ['better'],
  leftOut: ['does-not-fit'],
})
export const betterWithWorkerAdvocate = advocatesSay('M46', ['LW-A1.15', 'H5'], 'getsOnWithWorker')
export const moreConfident = youngPeopleSay('M51', ['LW-A1.20', 'WB-7', 'Q15'], { question: 'moreSure', yes: YES })
export const moreConfidentAdvocate = advocatesSay('M52', ['LW-A1.21', 'H5'], 'moreConfident')
export const independenceFelt = youngPeopleSay('M65', ['NS-4a', 'NS-4b'], { question: 'onYourSide', yes: YES })

/** Advocate-marked, with a reason; gains other than the goal count (Q17). @source M43; LW-A1.12, LW-6.1 */
export const positiveOutcome = defineMeasure({
  id: 'M43',
  kind: 'outcome',
  sources: ['LW-A1.12', 'LW-6.1', 'Q17'],
  parts: [shareOf({ of: closings, is: says('positiveOutcome', 'yes') })],
})

/** @source M60; CS16, AS9; NS-2d, NS-2e, WB-3 */
export const knowHowToComplain = defineMeasure({
  id: 'M60',
  kind: 'outcome',
  sources: ['NS-2d', 'NS-2e', 'WB-3'],
  parts: [
    ...asksClosure({ id: 'share', question: 'knewHowToComplain', yes: ['both'] }),
    ...asksAnnual({ id: 'annual', question: 'knowHowToComplain', yes: ['yes'] }),
  ],
  notes: () => ['by-quarter-of-closing'],
})

/** @source M64; CS17; NS-3a, NS-3b, LW-12.3 */
export const fairTreatment = defineMeasure({
  id: 'M64',
  kind: 'outcome',
  sources: ['NS-3a', 'NS-3b', 'LW-12.3'],
  parts: [
    ...asksClosure({ id: 'share', question: 'fairAndKind', yes: YES }),
    countOf({ id: 'challenged', of: closings, where: says('discriminationChallenged', 'yes') }),
  ],
  notes: () => ['not-sure-counts', 'by-quarter-of-closing'],
})

const choices = helpedAreas.map(({ id }) => id)

/** Helped with, never caused (CM-7c): of those who answered, how many picked the area. @source M81; CS11, AS15; WB-1 to WB-8 */
export const wellBeingAreas = defineMeasure({
  id: 'M81',
  kind: 'outcome',
  sources: ['WB-1', 'WB-2', 'WB-3', 'WB-4', 'WB-5', 'WB-6', 'WB-7', 'WB-8', 'CM-7c'],
  parts: [
    sharesPicking({ id: 'closure', of: closureSurveys, form: 'closure-survey', question: 'helpedWith', choices }),
    sharesPicking({ id: 'annual', of: alone('annual-survey'), form: 'annual-survey', question: 'helpedWith', choices }),
  ],
  notes: () => ['helped-with'],
})
