import { ALL, type Observation } from '#domain/participation/measure.ts'
import { isWithin } from '#domain/participation/span.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'
import { type Case, observed, recordsOf } from '#server/reports/case.ts'
import { answers, by, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import type { Facts } from '#server/reports/facts.ts'
import { countOf } from '#server/reports/parts.ts'
import { feedback, type Population, received, recorded, those } from '#server/reports/populations.ts'

const isComplaint = says('kind', 'complaint', 'concern')
const complaints = those(received(feedback), isComplaint)
const outcomes: Population = (facts, span) =>
  recorded(feedback, 'feedback-answer')(facts, span).filter(({ story }) => isComplaintStory(story))

function isComplaintStory({ counted }: Case): boolean {
  return counted.kind?.some((kind) => kind === 'complaint' || kind === 'concern') ?? false
}

/**
 * Complaints and concerns about the service. They are counted in a finalised report and nowhere else, so that no
 * other reader learns of one by watching a number change.
 *
 * @source M57; NS-2d, LW-14.3c, DESIGN 8
 */
export const complaintsAboutUs = defineMeasure({
  id: 'M57',
  kind: 'process',
  sources: ['NS-2d', 'LW-14.3'],
  parts: [
    {
      id: 'in-limit',
      shape: 'share',
      rows: [ALL],
      count: (facts, span) =>
        facts.feedback.filter(isComplaintStory).flatMap((story): readonly Observation[] => {
          const due = dueAt(story, facts)
          if (!isWithin(due, span)) return []
          const answer = recordsOf(story, 'feedback-answer')[0]
          const isInTime = answer !== undefined && answer.occurredAt <= due
          return [
            observed({ story, authority: null }, ALL, { shape: 'share', numerator: isInTime ? 1 : 0, denominator: 1 }),
          ]
        }),
    },
    countOf({ id: 'kind', of: complaints, rows: ['complaint', 'concern'], by: by('kind') }),
    countOf({ id: 'about', of: complaints, rows: ['service', 'person', 'not-said'], by: by('aboutWhat') }),
    countOf({ id: 'unfair', of: complaints, where: says('unfair', 'yes') }),
    countOf({
      id: 'outcome',
      of: outcomes,
      rows: { form: 'feedback-answer', question: 'outcome' },
      by: by('outcome'),
    }),
  ],
  notes: () => ['complaints-when-final'],
})

function dueAt({ receivedAt }: Case, { service, isHoliday }: Facts) {
  return endOfWorkingDayAfter(receivedAt, service.complaintsAboutUs.answerWorkingDays, service, isHoliday)
}

const compliments = those(received(feedback), says('kind', 'compliment'))

/** Quoted only where the sender said so. @source M58; NS-2d */
export const complimentsGiven = defineMeasure({
  id: 'M58',
  kind: 'outcome',
  sources: ['NS-2d'],
  parts: [
    countOf({ of: compliments }),
    countOf({ id: 'may-quote', of: compliments, where: says('mayQuote', 'yes') }),
    countOf({ id: 'suggestions', of: those(received(feedback), says('kind', 'suggestion')) }),
  ],
})

/** @source M59; NS-2e */
export const otherHelpToComplain = defineMeasure({
  id: 'M59',
  kind: 'process',
  sources: ['NS-2e'],
  parts: [
    countOf({ of: outcomes, where: answers('putInTouchWith') }),
    countOf({ id: 'body', of: outcomes, rows: { list: 'bodies' }, by: by('putInTouchWith', []) }),
    countOf({ id: 'asked', of: complaints, rows: { list: 'bodies' }, by: by('putInTouch', []) }),
  ],
  notes: () => ['complaints-when-final'],
})
