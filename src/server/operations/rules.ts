import type { Rules } from '#domain/referral/progress.ts'
import type { App } from '#server/app.ts'
import { holidaysOf } from '#server/holidays.ts'

/** What the fold of a referral has to know of this service. */
export function rulesOf(app: Pick<App, 'service'>): Rules {
  return { service: app.service, isHoliday: holidaysOf(app.service.holidayRegion) }
}
