import { audiencesOf } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import { enqueue, nextQuarter } from '#server/outbox/queue.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { listDamaged, logAccess } from '#server/store/access-log.store.ts'
import { findRecord } from '#server/store/record.store.ts'

/**
 * Notes that a member's browser could not open an envelope though it holds its key: its bytes have changed. It is
 * kept as it is, whoever reads the desk is told once, and it stands on the service page.
 *
 * @returns false when there is no such record on the member's desks.
 */
export async function reportDamaged(app: App, staff: Pick<Staff, 'id' | 'roles'>, id: string): Promise<boolean> {
  const record = await findRecord(app.db, id)
  if (!record || !audiencesOf(staff.roles).includes(record.audience)) return false
  const isKnown = (await listDamaged(app.db)).some((each) => each.record === id)
  if (isKnown) return true
  const at = app.now()
  await app.db.transaction().execute(async (trx) => {
    await logAccess(trx, { at, staff: staff.id, act: 'found-damaged', records: [id] })
    const { audience, language } = record
    // A mail's own id is made of this: it tells no record.
    const noticeId = app.macs.of('notice', `damaged ${id}`).slice(0, 32)
    const notice = { id: noticeId, kind: 'damaged', audience, language, at, goesAt: nextQuarter(at) } as const
    await enqueue(trx, notice, app.config)
  })
  app.log.happened('envelope-damaged')
  app.wakeOutbox()
  return true
}
