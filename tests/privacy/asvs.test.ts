import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** How many lines of levels 1 and 2 each section has; the lines of level 3 stand at its end. @source OWASP ASVS 5.0.0 */
const LINES: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
}

const rows = readFileSync('docs/asvs.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))

/** `1.2.6 to 1.2.8` and `6.1.2, 6.2.11` as the lines that they name. */
function linesIn(cell: string): readonly string[] {
  const range = /^(\d+\.\d+)\.(\d+) to (\d+\.\d+)\.(\d+)$/.exec(cell)
  if (!range) return cell.split(', ')
  const [, section, first, , last] = range
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${section}.${Number(first) + index}`)
}

describe('where we stand with the ASVS', () => {
  test('is said of every line of levels 1 and 2, once', () => {
    const all = Object.entries(LINES).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    )

    expect(rows.flatMap(([lines = '']) => linesIn(lines)).toSorted()).toEqual(all.toSorted())
  })

  test('is one of four things, with a reason', () => {
    expect(
      rows.filter(
        ([, about, stands, why]) => !about || !/^(held|not held|deployment|does not apply)$/.test(stands ?? '') || !why,
      ),
    ).toEqual([])
  })

  test('names a test wherever it is said to be held', () => {
    expect(rows.filter(([, , stands, why]) => stands === 'held' && !/`tests\/[\w./-]+\.ts`/.test(why ?? ''))).toEqual(
      [],
    )
  })

  test('names only files that are there', () => {
    const named = rows.flatMap(([, , , why = '']) =>
      [...why.matchAll(/`((?:src|tests|docs|deploy)\/[\w./-]+)`/g)].map(([, path = '']) => path),
    )

    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})
