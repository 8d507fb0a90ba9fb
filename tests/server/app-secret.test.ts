import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appSecret } from '#server/app-secret.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'llafar-secret-'))

test('a secret that was never set is made once, and is the same from then on', () => {
  const dataDir = newFolder()
  const made = appSecret({ appSecret: undefined, dataDir })

  expect(made.length).toBeGreaterThan(31)
  expect([appSecret({ appSecret: undefined, dataDir }), readFileSync(join(dataDir, 'app-secret'), 'utf8')]).toEqual([
    made,
    `${made}\n`,
  ])
})

test.each(['', 'half-of-it\n'])('a file that a failing disk has left as "%s" is not taken for a secret', (left) => {
  const dataDir = newFolder()
  writeFileSync(join(dataDir, 'app-secret'), left)

  expect(() => appSecret({ appSecret: undefined, dataDir })).toThrow(/is empty or cut off/)
})
