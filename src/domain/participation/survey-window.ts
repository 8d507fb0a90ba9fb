import type { Service } from '#domain/service/service.ts'
import type { IsoDate } from '#domain/time/instant.ts'

/**
 * Tells whether the annual survey is open on a day. A window may go over the turn of the year.
 *
 * @source Q30; REQUIREMENTS (1) M75
 */
export function isSurveyOpen(
  day: IsoDate,
  { annualSurvey: { opens, closes } }: Pick<Service, 'annualSurvey'>,
): boolean {
  const today = day.slice(5)
  return opens <= closes ? opens <= today && today <= closes : today >= opens || today <= closes
}
