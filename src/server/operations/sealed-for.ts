import { audiencesOf, type Role } from '#domain/roles.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'
import { listEnvelopes } from '#server/store/record.store.ts'

/**
 * The envelopes of records that a member with these roles can open, base64, by record; a record that has none for them
 * is not there. The caller logs the handing-out.
 */
export async function sealedFor(
  db: Reader,
  records: readonly string[],
  roles: readonly Role[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const envelopes = await inBatches(records, (some) => listEnvelopes(db, some, audiencesOf(roles)))
  const byRecord = Map.groupBy(envelopes, ({ record }) => record)
  return new Map(
    [...byRecord].map(([record, each]) => [record, each.map(({ sealed }) => Buffer.from(sealed).toString('base64'))]),
  )
}
