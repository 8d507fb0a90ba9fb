import { expect, test } from 'vitest'
import { arrives } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

/** As many bytes of chance as one reference takes. */
const BYTES = 9

/** An app whose references come out of these bytes, each as often as a reference needs it. */
function withChance(app: TestApp, ...bytes: readonly number[]): TestApp {
  let drawn = 0
  return {
    ...app,
    randomBytes: (count) => new Uint8Array(count).fill(bytes[Math.floor(drawn++ / BYTES)] ?? 200),
  }
}

test('a request whose reference somebody has already is stored under another', async () => {
  const app = await makeTestApp()
  await arrives(withChance(app, 1), 'self-referral')

  await arrives(withChance(app, 1, 2), 'self-referral')

  const rows = await app.db.selectFrom('record').select('reference').orderBy('reference').execute()
  expect(rows.map(({ reference }) => reference)).toEqual(['CC3-CC3-CC3', 'DD4-DD4-DD4'])
})

test('one that finds none is refused, and nothing of it is kept', async () => {
  const app = await makeTestApp()
  await arrives(withChance(app, 1), 'self-referral')

  await expect(arrives(withChance(app, 1, 1, 1), 'self-referral')).rejects.toThrow()

  expect(await app.db.selectFrom('record').select('id').execute()).toHaveLength(1)
  expect(await app.db.selectFrom('code').select('mac').execute()).toHaveLength(2)
})
