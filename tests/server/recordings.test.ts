import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildStamp } from '#server/ensure-built.ts'
import { readRecordings } from '#server/recordings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llafar-recordings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text = '') => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const voices = () => write('voices.json', '{"cy":"gwen","en":"tom"}')

test('without a folder nothing is recorded', () => {
  expect(readRecordings(undefined)).toBeUndefined()
})

test('reads whose voices they are and what is recorded', () => {
  voices()
  write('cy/ab/ab00000000000001.mp3')

  expect(readRecordings(folder)).toEqual({
    voices: { cy: 'gwen', en: 'tom' },
    keys: { cy: ['ab00000000000001'], en: [] },
  })
})

test('another recording is another build', () => {
  voices()
  const stamp = () => buildStamp({ service: 'cymru-demo', siteUrl: 'http://localhost:4321', recordings: folder })
  const before = stamp()
  write('en/cd/cd00000000000001.mp3')

  expect(stamp()).not.toBe(before)
})

test('refuses a folder without voices, and a file that no page would find', () => {
  expect(() => readRecordings(folder)).toThrow(/voices\.json/)
  voices()
  write('cy/ff/ab00000000000001.mp3')
  expect(() => readRecordings(folder)).toThrow('cy/ff/ab00000000000001.mp3')
})
