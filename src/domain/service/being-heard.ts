import { z } from 'zod'
import { checkedOn, listed, organisation, words } from './words.ts'

/** What is asked, complaints, who else helps, and ways of joining in. */
export const beingHeard = {
  reasons: z.array(listed).min(1),
  issues: z.array(listed).min(1),
  sources: z.array(listed).min(1),
  /** Complaints about social services: steps in their order, from the council's own procedure. @source LW-7.10…7.13, FW-4, Q25 */
  complaintsAboutCouncil: z.strictObject({
    /** The procedure itself, for adults. */
    web: z.url().optional(),
    stages: z
      .array(
        listed.extend({
          says: words,
          /** Working days within which the council answers; absent: the procedure names none. */
          withinWorkingDays: z.number().int().positive().optional(),
        }),
      )
      .min(2),
  }),
  /** Complaints and concerns about this service. @source NS-2d, LW-14.3 */
  complaintsAboutUs: z.strictObject({
    acknowledgeWorkingDays: z.number().int().positive(),
    answerWorkingDays: z.number().int().positive(),
  }),
  /** Who else can help with a complaint about the service (NS-2e). */
  bodies: z.array(organisation).min(1),
  /** Legal and specialist advice. An entry nobody has checked for a year is reported. @source NS-4e */
  specialistHelp: z.array(organisation.extend({ checkedOn, reader: z.enum(['child', 'adult']) })).min(1),
  /** Whom else at the council a young person can talk to. @source LW-9.5 */
  participationManager: organisation.optional(),
  /** Whether professionals' requests go to the council's participation manager, apart from the team (LW-8.2, Q8). */
  professionalsToParticipationManager: z.boolean(),
  /** Whether carers are led to help the child ask, in place of asking for the child (LW-8.2, Q8). */
  carersHelpSelfRefer: z.boolean(),
  /** Ways of joining in that this service can really offer (NS-5b, LW-13.5). */
  participation: z.array(listed).min(1),
  /** What we pay and arrange for whoever joins in. @source P22 */
  participationSupport: words,
}
