import { expect, test } from 'vitest'
import { clipKey } from '#i18n/clip-key.ts'

test('a recording is named by its language, its voice and what is said, however that is spaced or composed', async () => {
  const key = await clipKey('cy', 'gwen', 'Mae gen i bum punt.')

  // printf 'cy|gwen|Mae gen i bum punt.' | sha256sum
  expect(key).toBe('8c0fd4ad42c9d5e9')
  expect(await clipKey('cy', 'gwen', '  Mae gen i\nbum  punt. ')).toBe(key)
  expect(await clipKey('cy', 'gwen', 'tŷ')).toBe(await clipKey('cy', 'gwen', 'ty\u0302'))
  for (const other of [
    await clipKey('en', 'gwen', 'Mae gen i bum punt.'),
    await clipKey('cy', 'tom', 'Mae gen i bum punt.'),
    await clipKey('cy', 'gwen', 'Mae gen i bum punt'),
  ])
    expect(other).not.toBe(key)
})
