import { ALL, NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import { hoursBetween, type Instant } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'
import { observed } from '#server/reports/case.ts'
import { by, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, durationOf } from '#server/reports/parts.ts'
import { alone, those } from '#server/reports/populations.ts'

const messages = alone('answerphone')
const aboutReferral = those(messages, says('subject', 'referral'))

/**
 * Messages about a referral that were answered within the working days the service states, out of all such messages
 * whose time is over: one that still waits then, or could not be answered, was not answered in time.
 *
 * @source M12; NS-1d
 */
export const answerphone = defineMeasure({
  id: 'M12',
  kind: 'process',
  sources: ['NS-1d', 'Q35'],
  parts: [
    {
      id: 'in-time',
      shape: 'share',
      rows: [ALL],
      count: (facts, span) =>
        aboutReferral(facts, span).flatMap(({ at, counted, story }): readonly Observation[] => {
          const { service, isHoliday } = facts
          const due = endOfWorkingDayAfter(at, service.messageReplyWorkingDays, service, isHoliday)
          const repliedAt = counted.repliedAt?.[0]
          if (due >= span.asAt && repliedAt === undefined) return []
          const isInTime = repliedAt !== undefined && repliedAt <= due
          return [
            observed({ story, authority: null }, ALL, { shape: 'share', numerator: isInTime ? 1 : 0, denominator: 1 }),
          ]
        }),
    },
    countOf({
      id: 'subject',
      of: messages,
      rows: { form: 'answerphone', question: 'subject' },
      by: by('subject'),
    }),
    countOf({ id: 'language', of: messages, rows: ['cy', 'en', 'other', NOT_SAID], by: by('spokenLanguage') }),
    durationOf({ of: aboutReferral, hours: hoursToReply }),
  ],
  notes: () => ['percentile'],
})

function hoursToReply({ at, counted }: { at: Instant; counted: Readonly<Record<string, readonly string[]>> }) {
  const repliedAt = counted.repliedAt?.[0] as Instant | undefined
  return repliedAt === undefined ? undefined : Math.max(0, hoursBetween(at, repliedAt))
}
