import type { Answers } from '#forms/define-form.ts'
import type { Act } from './records.ts'

type More<Does extends Act['does']> = Partial<Omit<Extract<Act, { does: Does }>, 'name' | 'at' | 'does'>>

/** Somebody asks for an advocate, or sends another public form. Every moment is UTC. */
export const asks = (name: string, at: string, says: Answers = {}, more: More<'asks'> = {}): Act => ({
  name,
  at,
  does: 'asks',
  says,
  ...more,
})

/** Staff record something about a case. */
export const does = (
  form: Exclude<Act['does'], 'asks' | 'notes' | 'survey'>,
  name: string,
  at: string,
  says: Answers = {},
  samePersonAs?: string,
): Act => ({ name, at, does: form, says, ...(samePersonAs && { samePersonAs }) })

/** Staff write something down that stands alone. */
export const notes = (form: Extract<Act, { does: 'notes' }>['form'], name: string, at: string, says: Answers): Act => ({
  name,
  at,
  does: 'notes',
  form,
  says,
})

export const accepts = (name: string, at: string, says: Answers = {}, samePersonAs?: string): Act =>
  does('screening', `${name}/accepted`, at, { decision: 'accepted', ...says }, samePersonAs)

/** A closing in which nothing is judged good; `says` puts in what a test is about. */
export const closes = (name: string, at: string, says: Answers = {}): Act =>
  does('closure', `${name}/closed`, at, {
    closingReason: 'issue-has-outcome',
    nonInstructed: 'no',
    positiveOutcome: 'no',
    knowsHowItWorks: 'cannot-say',
    knowsRights: 'cannot-say',
    moreConfident: 'cannot-say',
    getsOnWithWorker: 'no-worker',
    spokeUpInMeeting: 'no-occasion',
    spokeUpInWriting: 'no-occasion',
    ...(says.nonInstructed === 'yes' ? {} : { issueSurveyCode: 'yes' }),
    ...says,
  })

/** The young person answers the survey of their closed case. */
export const surveys = (name: string, at: string, says: Answers): Act => ({
  name: `${name}/closed/survey`,
  at,
  does: 'survey',
  says,
})
