import { renderSVG } from 'uqr'
import { z } from 'zod'
import { signInAnswer } from '#server/http/sign-in-answer.ts'
import { type Asked, actForAnyone } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'

export const prerender = false

const line = z.string().min(1).max(200)

type Step = (asked: Asked<Record<string, unknown>>) => Promise<Response>

/** The steps of signing in that a browser may ask for, and nothing else of the sign-in library. */
const steps: Readonly<Record<string, Step>> = {
  password: step(z.object({ email: line, password: line }), async ({ app, body, visitor, language }) =>
    signInAnswer(await app.signIn.tryPassword(body, visitor), language),
  ),
  'second-factor-start': step(z.object({ password: line }), async ({ app, body, visitor, language }) => {
    const started = await app.signIn.startSecondFactor(body.password, visitor)
    if (started.outcome !== 'started') return signInAnswer(started, language)
    const { uri, backupCodes } = started
    return signInAnswer(started, language, { uri, backupCodes, picture: renderSVG(uri) })
  }),
  'second-factor': step(z.object({ kind: z.enum(['app', 'backup']), code: line }), async (asked) =>
    signInAnswer(await asked.app.signIn.trySecondFactor(asked.body, asked.visitor), asked.language),
  ),
  'sign-out': step(z.object({}), async ({ app, visitor, language }) =>
    signInAnswer({ outcome: 'signed-out', ...(await app.signIn.signOut(visitor)) }, language),
  ),
}

/** Takes one step of signing in, as JSON from one of our own pages. */
export const POST = actForAnyone(z.record(z.string(), z.unknown()), async (asked) => {
  const { all = '' } = asked.params
  const found = Object.hasOwn(steps, all) ? steps[all] : undefined
  return found ? found(asked) : staffProblem('not-found', asked.language)
})

function step<Schema extends z.ZodType>(
  schema: Schema,
  answer: (asked: Asked<z.output<Schema>>) => Promise<Response>,
): Step {
  return async (asked) => {
    const parsed = schema.safeParse(asked.body)
    return parsed.success ? answer({ ...asked, body: parsed.data }) : staffProblem('not-understood', asked.language)
  }
}
