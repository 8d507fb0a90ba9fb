import { describe, expect, test } from 'vitest'
import type { MeasureId } from '#domain/participation/measure.ts'
import type { PublishedFigure, PublishedReport } from '#domain/participation/publish.ts'
import { toldFigures, toldUsSchema } from '#domain/participation/told-us.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { toToldUs } from '#server/reports/told-us.ts'

type Table = { readonly measure: MeasureId; readonly part: string; readonly figure: PublishedFigure }

const aShare = (numerator: number, denominator: number): PublishedFigure => ({
  shape: 'share',
  numerator: { shown: numerator },
  denominator: { shown: denominator },
  target: 'no target',
})

/** A public edition with these tables, each for the whole service and for one region that says something else. */
function anEdition(...tables: readonly Table[]): PublishedReport {
  return {
    service: 'cymru-demo',
    edition: 'public',
    period: { id: '2026-27-q2', from: '2026-07-01' as IsoDate, until: '2026-09-30' as IsoDate },
    beside: { id: '2026-27', from: '2026-04-01' as IsoDate, until: '2026-09-30' as IsoDate, is: 'year-to-date' },
    level: 'region',
    madeAt: '2026-10-15T09:00:00.000Z' as Instant,
    isProvisional: false,
    areas: ['all', 'gwent'],
    measures: tables.map(({ measure, part, figure }) => ({
      id: measure,
      kind: 'outcome',
      sources: ['x'],
      target: 'no target',
      notes: [],
      parts: [
        {
          id: part,
          shape: figure.shape,
          rows: [
            {
              id: 'all',
              figures: [
                { area: 'gwent', period: { shape: 'count', count: { shown: 500 } } },
                { area: 'all', period: figure },
              ],
            },
          ],
        },
      ],
    })),
  }
}
const told = (...tables: readonly Table[]) =>
  toToldUs(anEdition(...tables), '2026-10-15T09:00:00.000Z' as Instant, { example: true })

describe('what young people are told of a public edition', () => {
  test('is of the whole service, in our order, as its schema wants it', () => {
    const report = told(
      { measure: 'M36', part: 'listened', figure: aShare(40, 45) },
      { measure: 'M22', part: 'total', figure: { shape: 'distinct', count: { shown: 95 } } },
    )

    expect(toldUsSchema.parse(report)).toEqual({
      service: 'cymru-demo',
      period: '2026-27-q2',
      publishedOn: '2026-10-15',
      example: true,
      figures: [
        { name: 'helped', shown: 'count', count: 95 },
        { name: 'askedThemselves', shown: 'withheld' },
        { name: 'listened', shown: 'share', part: 40, of: 45 },
        { name: 'helpedChoose', shown: 'withheld' },
        { name: 'knowRights', shown: 'withheld' },
        { name: 'moreSure', shown: 'withheld' },
        { name: 'happyWithHelp', shown: 'withheld' },
        { name: 'fairAndKind', shown: 'withheld' },
      ],
    })
  })

  test.each<[string, Table]>([
    ['a withheld count', { measure: 'M03', part: 'total', figure: { shape: 'count', count: { withheld: 'few' } } }],
    [
      'a share of a withheld part',
      {
        measure: 'M39',
        part: 'share',
        figure: { ...aShare(0, 45), numerator: { withheld: 'few' } } as PublishedFigure,
      },
    ],
    ['a share of fewer than 20', { measure: 'M41', part: 'share', figure: aShare(10, 15) }],
  ])('withholds %s', (_, table) => {
    const { figures } = told(table)

    expect(figures.filter(({ shown }) => shown !== 'withheld')).toEqual([])
  })

  test.each(Object.entries(toldFigures))('finds the table of %s among our measures', (_, { measure, part, shown }) => {
    const table = allMeasures.find(({ id }) => id === measure)?.parts.find(({ id }) => id === part)

    expect(table?.shape === 'distinct' ? 'count' : table?.shape).toBe(shown)
    expect(table?.rows).toEqual(['all'])
  })
})
