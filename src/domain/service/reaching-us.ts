import { z } from 'zod'
import { listed, organisation, words } from './words.ts'

const helpline = listed.extend({
  phone: z.string(),
  web: z.url().optional(),
  text: z.string().optional(),
  /** When it is open, in words. */
  open: words,
  says: words,
})

const clockTime = z.string().regex(/^\d{2}:\d{2}$/)

/** How to reach the service, when it is there, and how soon it answers. */
export const reachingUs = {
  contact: z.strictObject({
    /** Free telephone, as people read it. */
    phone: z.string(),
    text: z.string().optional(),
    email: z.email(),
    post: z.string(),
  }),
  openingHours: z.strictObject({
    /** ISO weekday numbers, Monday = 1. */
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: clockTime,
    until: clockTime,
    words,
  }),
  holidayRegion: z.enum(['wales', 'england']),
  /** Hours from acceptance to first contact. Not a Welsh legal figure (Q3). @source LW-8.4, H3 */
  firstContactHours: z.number().int().positive(),
  /** Working days within which a new referral is looked at. */
  screeningWorkingDays: z.number().int().positive(),
  /** Working days within which a message on the answerphone is answered. @source NS-1d */
  messageReplyWorkingDays: z.number().int().positive(),
  /** Hours within which somebody who asked for a different advocate is answered. @source NS-4f, Q30 */
  advocateChangeReplyHours: z.number().int().positive(),
  /** Working days within which the words of surveys and feedback are read, for the sake of who is not safe. @source Q36 */
  wordsReadWorkingDays: z.number().int().positive(),
  /** Who answers when we do not. */
  helplines: z.array(helpline).min(1),
  /** Ways in which our information can be had: easy read, large print, aloud. @source LW-7.20, P27 */
  formats: z.array(listed).min(1),
  /** Where quick exit leads: a page that is dull, not blocked and not personal. */
  exitAddress: z.url(),
  /** Whom to tell when the site is hard to use and we do not answer. @source P27 */
  accessibilityRegulator: organisation,
}
