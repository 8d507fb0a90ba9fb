import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ofEveryTen, type ToldFigure, toldFigures, toldUsSchema } from '#domain/participation/told-us.ts'
import { refuseExample } from '#domain/service/refuse-example.ts'

const aReport = (figure: unknown) => ({
  service: 'cymru-demo',
  period: '2026-27-q2',
  publishedOn: '2026-10-15',
  figures: [figure],
})
const isPublished = (figure: unknown) => toldUsSchema.safeParse(aReport(figure)).success

describe('what young people are told of a period', () => {
  test.each<ToldFigure>([
    { name: 'helped', shown: 'count', count: 0 },
    { name: 'helped', shown: 'count', count: 95 },
    { name: 'listened', shown: 'share', part: 0, of: 20 },
    { name: 'listened', shown: 'share', part: 45, of: 45 },
    { name: 'listened', shown: 'withheld' },
  ])('takes %j', (figure) => {
    expect(isPublished(figure)).toBe(true)
  })

  test.each([
    ['an exact count', { name: 'helped', shown: 'count', count: 94 }],
    ['a small count', { name: 'helped', shown: 'count', count: 7 }],
    ['an exact share', { name: 'listened', shown: 'share', part: 31, of: 45 }],
    ['a share of fewer than 20', { name: 'listened', shown: 'share', part: 10, of: 15 }],
    ['a part that is more than the whole', { name: 'listened', shown: 'share', part: 50, of: 45 }],
    ['a count where there is a share', { name: 'listened', shown: 'count', count: 45 }],
    ['a number that is withheld', { name: 'listened', shown: 'withheld', part: 5 }],
    ['a figure of another name', { name: 'quarrels', shown: 'count', count: 10 }],
  ])('refuses %s', (_, figure) => {
    expect(isPublished(figure)).toBe(false)
  })

  test('refuses a period that is none', () => {
    const report = { ...aReport({ name: 'helped', shown: 'count', count: 10 }), period: '2026-28' }

    expect(toldUsSchema.safeParse(report).success).toBe(false)
  })

  test('has words for each figure in both languages', () => {
    for (const language of ['cy', 'en']) {
      const { figures } = JSON.parse(readFileSync(`locales/${language}/told-us.json`, 'utf8'))

      expect(Object.keys(figures)).toEqual(Object.keys(toldFigures))
    }
  })

  test('stands in a folder and a file of its service and period', () => {
    const files = readdirSync('content/reports', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    )

    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const { service, period } = toldUsSchema.parse(JSON.parse(readFileSync(`content/reports/${file}`, 'utf8')))

      expect(file).toBe(`${service}/${period}.public.json`)
    }
  })
})

describe('an example', () => {
  const example = { example: true }

  test('is published by a demonstration', () => {
    expect(refuseExample({ kind: 'demonstration' }, 'a file', example)).toBe(example)
  })

  test('is refused by a live service, by name', () => {
    expect(() => refuseExample({ kind: 'live' }, 'quiet-rooms', example)).toThrow(/quiet-rooms/)
    expect(refuseExample({ kind: 'live' }, 'a file', { example: false })).toEqual({ example: false })
  })
})

describe('of every ten', () => {
  test.each([
    { part: 35, of: 45, ten: 8 },
    { part: 20, of: 45, ten: 4 },
    { part: 0, of: 45, ten: 0 },
    { part: 45, of: 45, ten: 10 },
  ])('$part of $of are $ten', ({ part, of, ten }) => {
    expect(ofEveryTen({ part, of })).toBe(ten)
  })

  test('never makes all out of nearly all, nor none out of a few', () => {
    expect(ofEveryTen({ part: 195, of: 200 })).toBe(9)
    expect(ofEveryTen({ part: 5, of: 200 })).toBe(1)
  })
})
