import { z } from 'zod'

const monthAndDay = z.string().regex(/^\d{2}-\d{2}$/)
const months = z.number().int().positive()

/** How long things are kept, and what reports measure against. */
export const keepingAndCounting = {
  /**
   * Months from the end of a thing until it is erased. Only three years for complaints is stated by a
   * source; all others are the service's own to set.
   *
   * @source LW-14.3c, Q29
   */
  retentionMonths: z.strictObject({
    /** From closing. */
    referral: months,
    /** From the decision. */
    notAccepted: months,
    /** From the answer. */
    feedback: months,
    /** From its last step. */
    activeOffer: months,
    /** From receipt. */
    joinIn: months,
    surveyWords: months,
    answerphone: months,
  }),
  /** Hours of work in a case: at the first it is looked at again; the others need leave. @source LW-7.3, LW-7.17, Q20 */
  hours: z
    .strictObject({
      review: z.number().positive(),
      approval: z.number().positive(),
      /** For child protection conferences. */
      conferences: z.number().positive(),
    })
    .refine(({ review, approval, conferences }) => review <= approval && approval <= conferences, 'each comes later'),
  /** When the annual survey is open each year, `MM-DD`, both days included (Q30). */
  annualSurvey: z.strictObject({ opens: monthAndDay, closes: monthAndDay }),
  /** A target holds from its day until a later one of the same measure. `most` closes a range. @source H10, LW-16.1 */
  targets: z.array(
    z.strictObject({
      measure: z.string(),
      from: z.iso.date(),
      value: z.number(),
      most: z.number().optional(),
      /** Of a year as a whole; absent: of every period. */
      each: z.literal('year').optional(),
      source: z.string(),
    }),
  ),
  /** Shares of the people a service is for, in percent, to set its users beside. @source LW-2.1, LW-2.4, NS-3d, M80 */
  baselines: z.array(
    z.strictObject({
      question: z.string(),
      choice: z.string(),
      percent: z.number().min(0).max(100),
      source: z.string(),
    }),
  ),
  report: z.strictObject({
    layout: z.enum(['five-statements', 'four-aims']),
    /** Points between two shares, beyond which the balance of views is flagged. @source M76 */
    widestGap: z.number().positive().default(10),
    /** In the month after a quarter: the day the report is due, and the day of the meeting. @source LW-17.3, Q24 */
    calendar: z.strictObject({
      dueDay: z.number().int().min(1).max(28),
      meetingDay: z.union([z.literal('last'), z.number().int().min(1).max(28)]),
      /** The day on which the regional board reports. @source IP-20 */
      boardReportsBy: monthAndDay.optional(),
    }),
  }),
}
