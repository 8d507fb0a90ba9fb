import { type Entry, recordsOf } from '#server/reports/case.ts'
import { answers, by, not, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, shareOf } from '#server/reports/parts.ts'
import { cases, closureSurveys, met, received, recorded } from '#server/reports/populations.ts'
import { asked, asksAnnual, asksClosure } from '#server/reports/survey-parts.ts'

const YES = ['a-lot', 'a-bit']

/** @source M54; NS-1e, CS21 */
export const planAgreed = defineMeasure({
  id: 'M54',
  kind: 'process',
  sources: ['NS-1e', 'NS-4j'],
  parts: [
    shareOf({
      of: met,
      is: ({ story }) => recordsOf(story, 'start').some(({ counted }) => counted.planOn !== undefined),
    }),
    ...asksClosure({ id: 'closure', question: 'agreedPlan', yes: YES }),
  ],
  notes: () => ['not-sure-counts', 'by-quarter-of-closing'],
})

/**
 * The API refuses a request without its receipt, so that less than all here is a fault. Explained again in person
 * is staff's to say, told before they asked is the young person's.
 *
 * @source M55; H1, CF-3, NS-2a, CS12, AS7
 */
export const confidentialityFirst = defineMeasure({
  id: 'M55',
  kind: 'process',
  sources: ['CF-3', 'NS-2a', 'H1'],
  parts: [
    shareOf({ of: received(cases), is: answers('confidentiality.version') }),
    countOf({
      id: 'asked-to-explain',
      of: received(cases),
      where: says('confidentiality.answer', 'explain'),
    }),
    shareOf({
      id: 'in-person',
      of: met,
      is: ({ story }) => recordsOf(story, 'start').some(({ counted }) => counted.confidentialityOn !== undefined),
    }),
    ...asksClosure({ id: 'closure', question: 'toldPrivate', yes: ['yes'] }),
    ...asksAnnual({ id: 'annual', question: 'knowPrivate', yes: ['yes', 'a-bit'] }),
  ],
  notes: () => ['by-quarter-of-closing'],
})

const disclosures = recorded(cases, 'passing-on')
/** Told at the time, or since: what settles a passing-on names it. */
const wasTold = (entry: Entry) =>
  says('told', 'before', 'after')(entry) ||
  recordsOf(entry.story, 'passing-on-told').some(({ corrects }) => corrects === entry.id)

/** @source M56; CF-4, CF-5, NS-2c, CS13 */
export const passedOnAndTold = defineMeasure({
  id: 'M56',
  kind: 'process',
  sources: ['CF-4', 'CF-5', 'NS-2c'],
  parts: [
    shareOf({ id: 'told', of: disclosures, is: wasTold }),
    countOf({ id: 'disclosures', of: disclosures }),
    countOf({
      id: 'consent',
      of: disclosures,
      rows: { form: 'passing-on', question: 'consent' },
      by: by('consent'),
    }),
    shareOf({ id: 'consent-asked', of: disclosures, is: not(says('consent', 'not-asked')) }),
    shareOf({ id: 'support-kept', of: disclosures, is: says('supportContinued', 'yes') }),
    shareOf({
      id: 'closure',
      of: closureSurveys,
      where: says('passedOn', 'yes-and-told', 'yes-not-told'),
      is: says('passedOn', 'yes-and-told'),
      among: answers('passedOn'),
      asked,
    }),
    countOf({
      id: 'closure-spread',
      of: closureSurveys,
      where: answers('passedOn'),
      rows: { form: 'closure-survey', question: 'passedOn' },
      by: by('passedOn'),
    }),
  ],
  notes: () => ['by-quarter-of-closing'],
})
