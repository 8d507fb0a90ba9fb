import type { ResolvedForm } from '#forms/define-form.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { hasArrived } from '#server/operations/sent-before.ts'

/** A send that is not made because too many were. */
export type TooMany = { readonly kind: 'too-many'; readonly retryAfterSeconds: number }

type Sending = { readonly form: ResolvedForm; readonly idempotencyKey: string; readonly address: string | undefined }

type Outcome = {
  readonly kind: string
  /** It had been stored before: of two deliveries of one sending that came together, the second. */
  readonly replayed?: boolean
  readonly problems?: readonly Problem[]
}

/**
 * Sends unless too many have been sent from this network. What did not arrive is not counted, and what has arrived
 * before is no new send: nobody is told to wait, and that nothing was stored, of what was. A sending with a wrong
 * survey code is a guess, and is slowed as guesses at a tracking code are.
 */
export async function countSend<Result extends Outcome>(
  app: App,
  { form, idempotencyKey, address }: Sending,
  send: () => Promise<Result>,
): Promise<Result | TooMany> {
  if (await hasArrived(app, form, idempotencyKey)) return send()
  const mayGuess = form.survey === 'closure'
  const now = Date.parse(app.now())
  const retryAfterSeconds =
    (mayGuess ? app.guessLimit.take(address, now) : undefined) ?? app.sendLimit.take(address, now)
  if (retryAfterSeconds) return { kind: 'too-many', retryAfterSeconds }
  let result: Result | undefined
  try {
    result = await send()
    return result
  } finally {
    if (result?.kind !== 'stored' || result.replayed) app.sendLimit.giveBack(address)
    if (mayGuess && !isWrongCode(result)) app.guessLimit.giveBack(address)
  }
}

function isWrongCode(result: Outcome | undefined): boolean {
  return result?.problems?.some(({ question }) => question === 'surveyCode') ?? false
}
