import type { ReferralRecord } from '#domain/referral/referral.ts'
import type { IsoDate } from '#domain/time/instant.ts'

/** Something that was passed on, of which the young person has not been told yet. */
export type Untold = {
  /** The record of the passing-on. */
  readonly id: string
  /** The day by which they are told, as was written down. */
  readonly tellBy: IsoDate | undefined
}

/**
 * What was passed on and not yet told, oldest first. It stays open until a record says that the young person was
 * told of this very one; no closing ends it.
 *
 * @source CF-4, CF-5
 */
export function untoldPassings(records: readonly ReferralRecord[]): readonly Untold[] {
  const told = new Set(records.filter(({ form }) => form === 'passing-on-told').map(({ corrects }) => corrects))
  return records
    .filter(({ id, form, counted }) => form === 'passing-on' && counted.told?.[0] === 'not-yet' && !told.has(id))
    .map(({ id, counted }) => ({ id, tellBy: counted.tellBy?.[0] as IsoDate | undefined }))
}
