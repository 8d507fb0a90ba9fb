import type { CountedMeasure } from '#server/reports/counted-measure.ts'
import { accepted, notAccepted } from '#server/reports/decisions.measure.ts'
import { contactedInTime, responseTime } from '#server/reports/first-contact.measure.ts'
import {
  bySource,
  contacts,
  newFromParticipationManager,
  newReferrals,
  newSelfReferrals,
} from '#server/reports/referrals.measure.ts'
import { waitingList } from '#server/reports/waiting-list.measure.ts'

/** Every measure there is, in the order of REQUIREMENTS part 1. A measure that is not here is not reported. */
export const allMeasures: readonly CountedMeasure[] = [
  contacts,
  newReferrals,
  newSelfReferrals,
  newFromParticipationManager,
  bySource,
  accepted,
  notAccepted,
  contactedInTime,
  responseTime,
  waitingList,
]
