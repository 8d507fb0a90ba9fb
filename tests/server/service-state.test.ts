import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { readAccessLog } from '#server/operations/access-log.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { reportDamaged } from '#server/operations/report-damaged.ts'
import { damagedLines } from '#server/operations/service-state.ts'
import { makeToken } from '#server/operations/tokens/api-tokens.ts'
import { openRecord } from '../../src/islands/staff/inbox/open-record.ts'
import { arrives } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

const as = (...roles: Role[]) => ({ id: 'mari', roles })

describe('the access log', () => {
  const acts = async (app: TestApp, ...roles: Role[]) =>
    (await readAccessLog(app, { roles }, 1)).lines.map(({ act }) => act)

  test('tells of a complaint to those alone who read complaints', async () => {
    const app = await makeTestApp()
    await handOutReferral(app, as('coordinator'), (await arrives(app, 'self-referral')).id)
    await handOutReferral(app, as('complaints-lead'), (await arrives(app, 'feedback')).id)
    await makeToken(app, as('administrator'), { name: 'x', scopes: ['records:read'] })

    expect(await acts(app, 'coordinator')).toEqual(['opened-referral'])
    expect(await acts(app, 'complaints-lead')).toEqual(['opened-referral'])
    expect((await acts(app, 'administrator')).sort()).toEqual(['opened-referral', 'token-made'])
    const [own] = (await readAccessLog(app, { roles: ['complaints-lead'] }, 1)).lines
    const [theirs] = (await readAccessLog(app, { roles: ['coordinator'] }, 1)).lines
    expect(own?.reference).not.toBe(theirs?.reference)
  })

  test('comes in pages, the newest first', async () => {
    const app = await makeTestApp()
    for (let minute = 10; minute < 61 + 10; minute += 1) {
      app.setNow(`2026-11-0${minute < 60 ? 2 : 3}T09:${String(minute % 60).padStart(2, '0')}:00.000Z`)
      await makeToken(app, as('administrator'), { name: 'x', scopes: ['records:read'] })
    }

    const [first, second] = [
      await readAccessLog(app, { roles: ['administrator'] }, 1),
      await readAccessLog(app, { roles: ['administrator'] }, 2),
    ]

    expect([first.lines.length, first.hasMore, second.lines.length, second.hasMore]).toEqual([50, true, 11, false])
    expect((first.lines[0]?.at ?? '') > (second.lines[0]?.at ?? '')).toBe(true)
  })
})

describe('an envelope whose bytes were changed', () => {
  test('is found in the browser, kept as it is, and told once to those it concerns', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    const { sealed } = await app.db.selectFrom('envelope').select('sealed').executeTakeFirstOrThrow()
    const changed = Uint8Array.from(sealed)
    changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1
    await app.db.updateTable('envelope').set({ sealed: changed }).execute()
    const identity = await app.identityOf('team')
    const handedOut = await handOutReferral(app, as('coordinator'), id)

    expect(await openRecord(handedOut?.envelopes, [identity])).toEqual({ kind: 'damaged' })
    expect(await reportDamaged(app, as('coordinator'), id)).toBe(true)
    expect(await reportDamaged(app, as('coordinator'), id)).toBe(true)

    const notices = await app.db
      .selectFrom('outbox')
      .select(['kind', 'audience'])
      .where('kind', '=', 'damaged')
      .execute()
    expect(notices).toEqual([{ kind: 'damaged', audience: 'team' }])
    expect(await damagedLines(app, { roles: ['administrator'] })).toHaveLength(1)
    const kept = await app.db.selectFrom('envelope').select('sealed').executeTakeFirstOrThrow()
    expect(Buffer.from(kept.sealed).equals(Buffer.from(changed))).toBe(true)
  })

  test('on another desk is nobody else’s to report or to know', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'feedback')

    expect(await reportDamaged(app, as('coordinator'), id)).toBe(false)
    await reportDamaged(app, as('complaints-lead'), id)
    expect(await damagedLines(app, { roles: ['administrator', 'coordinator'] })).toEqual([])
    expect(await damagedLines(app, { roles: ['complaints-lead'] })).toHaveLength(1)
  })

  test('is not taken for one that is sealed to another key', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    const handedOut = await handOutReferral(app, as('coordinator'), id)

    expect(await openRecord(handedOut?.envelopes, [await app.identityOf('complaints-lead')])).toEqual({
      kind: 'closed',
    })
  })
})
