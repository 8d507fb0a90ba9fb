import * as activeOffer from '#server/reports/active-offer.measure.ts'
import * as advocateChange from '#server/reports/advocate-change.measure.ts'
import * as answerphone from '#server/reports/answerphone.measure.ts'
import * as balance from '#server/reports/balance.measure.ts'
import * as caseload from '#server/reports/caseload.measure.ts'
import * as closingReturn from '#server/reports/closing-return.measure.ts'
import * as complaints from '#server/reports/complaints.measure.ts'
import * as confidence from '#server/reports/confidence.measure.ts'
import type { CountedMeasure } from '#server/reports/counted-measure.ts'
import * as decisions from '#server/reports/decisions.measure.ts'
import * as feedback from '#server/reports/feedback.measure.ts'
import * as firstContact from '#server/reports/first-contact.measure.ts'
import * as hours from '#server/reports/hours.measure.ts'
import * as meetings from '#server/reports/meetings.measure.ts'
import * as participation from '#server/reports/participation.measure.ts'
import * as profile from '#server/reports/profile.measure.ts'
import * as referrals from '#server/reports/referrals.measure.ts'
import * as returns from '#server/reports/returns.measure.ts'
import * as surveys from '#server/reports/surveys.measure.ts'
import * as youngPeopleSay from '#server/reports/young-people-say.measure.ts'

/** Every measure there is, in the order of REQUIREMENTS part 1. A measure that is not here is not reported. */
export const allMeasures: readonly CountedMeasure[] = [
  activeOffer,
  advocateChange,
  answerphone,
  balance,
  caseload,
  closingReturn,
  complaints,
  confidence,
  decisions,
  feedback,
  firstContact,
  hours,
  meetings,
  youngPeopleSay,
  participation,
  profile,
  referrals,
  returns,
  surveys,
]
  .flatMap((of): readonly CountedMeasure[] => Object.values(of))
  .toSorted((a, b) => a.id.localeCompare(b.id))
