import { type Instant, type IsoDate, londonDay, londonInstant, toInstant } from '#domain/time/instant.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { closingFacts, findSurveyCode } from '#server/operations/survey-code.ts'

/** What a closure survey's code, as typed, opens: the facts its answers are counted by. */
export async function openSurvey(app: App, typed: string | undefined) {
  const code = await findSurveyCode(app, typed ?? '')
  return code && { mac: code.mac, facts: await closingFacts(app, code.closing) }
}

/** A survey keeps less of its arrival than other forms: the day, or for the annual one the month. @source H12 */
export function arrivalKept({ survey }: ResolvedForm, now: Instant): Instant {
  if (!survey) return now
  const day = londonDay(now)
  return londonInstant((survey === 'annual' ? `${day.slice(0, 7)}-01` : day) as IsoDate, '00:00')
}

const HALF_DAY_MILLISECONDS = 12 * 3_600_000

/**
 * Until when a survey that is sent again is known to be the same: twelve hours at least, 24 at most; then nothing
 * links it to its sending. Always a noon or a midnight, for 24 hours to the minute would keep the minute of sending.
 *
 * @source DESIGN 6 "code"; H12
 */
export function keyExpiry(now: Instant): Instant {
  const halfDays = Math.floor(Date.parse(now) / HALF_DAY_MILLISECONDS)
  return toInstant(new Date((halfDays + 2) * HALF_DAY_MILLISECONDS))
}

/** Thrown inside the transaction when another sending used the code first, so that all of this one is taken back. */
export class SurveyCodeUsedError extends Error {
  override name = 'SurveyCodeUsedError'
}
