import { z } from 'zod'

/** Words in each language. A one-language service still gives both keys only for the languages it has. */
const words = z.object({ cy: z.string().min(1).optional(), en: z.string().min(1).optional() })

const contact = z.object({
  /** Free telephone, as people read it. */
  phone: z.string(),
  text: z.string().optional(),
  email: z.email(),
  post: z.string(),
})

const listed = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  words,
  symbol: z.string().optional(),
})

const helpline = listed.extend({
  phone: z.string(),
  web: z.url().optional(),
  text: z.string().optional(),
  /** When it is open, in words. */
  open: words,
  says: words,
})

/**
 * The service file: every fact that differs between services. Nothing in here is invented by code,
 * and nothing that belongs here is written in a page (H11).
 *
 * @source DESIGN 10
 */
export const serviceSchema = z.object({
  id: z.string(),
  kind: z.enum(['demonstration', 'live']),
  languages: z.array(z.enum(['cy', 'en'])).min(1),
  name: words,
  /** Who runs it, in one sentence; and who pays, which must be said (NS-4b). */
  about: words,
  paidBy: words,
  /** Where the law gives a child these rights, for adults; checked by a person before a live service says it (Q26). */
  law: words,
  contact,
  openingHours: z.object({
    /** ISO weekday numbers, Monday = 1. */
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: z.string().regex(/^\d{2}:\d{2}$/),
    until: z.string().regex(/^\d{2}:\d{2}$/),
    words,
  }),
  holidayRegion: z.enum(['wales', 'england']),
  authorities: z
    .array(
      listed.extend({
        region: z.string(),
        eligiblePopulation: z.number().int().positive().optional(),
        /** Referrals expected in a quarter; absent: fewer than ten, so equality answers are counted for the service. */
        expectedEachQuarter: z.number().int().positive().optional(),
      }),
    )
    .min(1),
  groups: z.array(listed).min(1),
  reasons: z.array(listed).min(1),
  issues: z.array(listed).min(1),
  sources: z.array(listed).min(1),
  notAcceptedRoutes: z.array(listed).min(1),
  /** Ways of joining in that this service can really offer (NS-5b, LW-13.5). */
  participation: z.array(listed).min(1),
  /** Who else can help with a complaint about the service (NS-2e). */
  bodies: z.array(listed).min(1),
  /** Whether professionals' requests go to the council's participation manager, apart from the team (LW-8.2, Q8). */
  professionalsToParticipationManager: z.boolean(),
  oldestAge: z.number().int(),
  firstContactHours: z.number().int().positive(),
  /** Working days within which a new referral is looked at. */
  screeningWorkingDays: z.number().int().positive(),
  confidentiality: z.object({ version: z.string() }),
  /** Whether named people at the council see names; said in the confidentiality summary (Q9, H2). */
  councilSeesNames: z.boolean(),
  helplines: z.array(helpline).min(1),
  /** Where quick exit leads: a page that is dull, not blocked and not personal. */
  exitAddress: z.url(),
  /** When the annual survey is open each year, `MM-DD`, both days included (Q30). */
  annualSurvey: z.object({ opens: z.string().regex(/^\d{2}-\d{2}$/), closes: z.string().regex(/^\d{2}-\d{2}$/) }),
  targets: z.array(z.object({ measure: z.string(), from: z.iso.date(), value: z.number(), source: z.string() })),
  report: z.object({ layout: z.enum(['five-statements', 'four-aims']) }),
})

/** A service, as its file describes it. */
export type Service = z.infer<typeof serviceSchema>

/** A named thing in a list of the service. */
export type Listed = Service['groups'][number]
