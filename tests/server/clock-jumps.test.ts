import { expect, test } from 'vitest'
import { makeSendLimit } from '#server/http/send-limit.ts'
import { canStore } from '#server/operations/can-store.ts'
import { makeTestApp } from '../builders/test-app.ts'

test('a clock that is put back does not keep the good news of a disk that has gone since', async () => {
  const app = await makeTestApp({ now: '2026-11-22T12:00:00.000Z' })
  const before = await canStore(app)

  app.setNow('2026-11-21T12:00:00.000Z')
  await app.db.destroy()

  expect([before, await canStore(app)]).toEqual([true, false])
})

test('a clock that is put back locks no network out until the old time has come again', () => {
  const limit = makeSendLimit(1)
  const noon = Date.parse('2026-11-22T12:00:00.000Z')
  limit.take('192.0.2.1', noon)

  expect(limit.take('192.0.2.1', noon - 86_400_000)).toBe(undefined)
})
