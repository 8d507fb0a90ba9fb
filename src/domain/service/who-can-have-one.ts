import { z } from 'zod'
import { listed, organisation, words } from './words.ts'

/**
 * Ages in whole years: from a birthday until another, on which it ends ("until the 17th birthday": 17).
 * Between `perhaps…` and the plain ones a person decides.
 *
 * @source Q4, Q5, LW-7.5, AO-11
 */
const ages = z.strictObject({
  from: z.number().int().min(0),
  until: z.number().int().positive(),
  perhapsFrom: z.number().int().min(0).optional(),
  perhapsUntil: z.number().int().positive().optional(),
})

/** A council, for whoever knows its name and looks for its service. */
const council = listed.extend({
  web: z.url().optional(),
  /** Children's social care of that council: day and night. */
  dutyTeam: z.strictObject({ phone: z.string(), outOfHoursPhone: z.string().optional() }).optional(),
})

/** A moment at which the offer of an advocate is due. */
const offerMoment = listed.extend({
  /** When, in a sentence: before the first review. */
  says: words,
  /** Who makes the offer. @source Q10 */
  madeBy: words,
})

/** For whom the service is, where, and what becomes of whoever it is not for. */
export const whoCanHaveOne = {
  /** The areas that reports count by; each with the councils in it. @source IP-P22, Q34 */
  authorities: z
    .array(
      listed.extend({
        region: z.string(),
        councils: z.array(council).min(1),
        eligiblePopulation: z.number().int().positive().optional(),
        /** Referrals expected in a quarter; absent: fewer than ten, so equality answers are counted for the service. */
        expectedEachQuarter: z.number().int().positive().optional(),
      }),
    )
    .min(1),
  /** In `words` the child says it; `says` and `ages` are absent from answers that name no group. @source FW-3, LW-7.5 */
  groups: z.array(listed.extend({ says: words.optional(), ages: ages.optional() })).min(1),
  oldestAge: z.number().int(),
  /** Under which law a young person is looked after: coded by staff, where they know it. @source LW-17.5, Q23 */
  legalStatuses: z.array(listed).min(1),
  /** Where a child lives, seen from the council that is responsible. @source LW-1.4 */
  livingPlaces: z.array(listed).min(1),
  /** Who helps where we cannot: each says for whom. @source LW-7.8, LW-7.9, LW-7.22, H9 */
  otherHelp: z.array(organisation).min(1),
  /** What staff choose beside every "not accepted". @source LW-7.8, LW-7.9, H9 */
  notAcceptedRoutes: z.array(listed).min(1),
  /** The offer that is due to children: when, by whom, and when they are reminded. @source AO-1…28, LW-7.14, LW-8.1 */
  activeOffer: z.strictObject({
    /** Whether adults send notices of it, so that an advocate makes the offer. @source AO-17 */
    notices: z.boolean(),
    /** Hours from a notice to our first try to reach the child. @source AO-18, Q30 */
    firstContactHours: z.number().int().positive(),
    moments: z.array(offerMoment).min(1),
    /** @source AO-28 */
    remindAt: z.array(listed).min(1),
  }),
  /** @source LW-7.5, P29 */
  leavingCare: z.strictObject({
    /** The birthday on which help from a personal adviser ends. */
    personalAdviserUntil: z.number().int(),
    says: words,
  }),
  /** What parents may say to an advocate at child protection meetings; absent: there is no such rule. @source LW-7.18, Q7 */
  parentalObjection: z.strictObject({ child: words, adult: words }).optional(),
}
