import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const text = readFileSync('docs/threat-model.md', 'utf8')

describe('the threat model', () => {
  test('names only files that are there', () => {
    const named = [...text.matchAll(/`((?:src|tests|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)

    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  test('says of every row what is left, and names the test that holds it', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === 7)
    const bare = rows.filter((line) =>
      line.split('|').some((cell, index) => index > 0 && index < 6 && cell.trim() === ''),
    )

    expect(rows.length).toBeGreaterThan(20)
    expect(bare).toEqual([])
    const held = rows.filter((line) => !/^\| (who|---)/.test(line)).map((line) => line.split('|')[5] ?? '')
    expect(held.filter((cell) => !/`tests\/[\w./-]+\.test\.ts`/.test(cell))).toEqual([])
  })
})
