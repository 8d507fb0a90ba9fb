import { z } from 'zod'
import { listed, organisation, words } from './words.ts'

/** Words for a child and for an adult, with one picture: the same fact, said to each. */
const saidToBoth = z.strictObject({ symbol: z.string(), child: words, adult: words })

/** Who the service is, who stands behind it, and what it says up front about names. */
export const whoWeAre = {
  name: words,
  /** Who runs it, in one sentence; and who pays, which must be said (NS-4b). */
  about: words,
  paidBy: words,
  /** With whom the service is registered, for adults. @source FW-9 */
  registration: words,
  /** That advocates are trained and checked. @source NS-1f */
  advocatesAre: words,
  /** Who leads on keeping children safe, where staff turn the same working day. @source NS-2b, LW-15.1 */
  safeguarding: z.strictObject({ lead: words, phone: z.string() }),
  confidentiality: z.strictObject({ version: z.string() }),
  /**
   * False, or what the council sees of a child's name, said in the confidentiality summary before any
   * question, to children and to adults (Q9, H2). `ideas` stand there as they are.
   *
   * @source LW-9.4, LW-9.5, LW-9.6, LW-17.5
   */
  councilSeesNames: z.union([z.literal(false), z.strictObject({ ideas: z.array(saidToBoth).min(1) })]),
  /** Who answers for the information we keep, and to whom one can turn. @source LW-14.3b, P25 */
  dataProtection: z.strictObject({
    /** Who decides what is kept, by name. */
    controller: words,
    email: z.email(),
    regulator: organisation,
  }),
  /** Where the law gives a child these rights, for adults; checked by a person before a live service says it (Q26). */
  law: words,
  /** Laws and guidance by name, for adults; a person has checked each. @source FW-2, LW-3.2, LW-4.5, Q26 */
  laws: z.array(listed.extend({ says: words, web: z.url().optional() })).min(1),
}
