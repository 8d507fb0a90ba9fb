import { describe, expect, test } from 'vitest'
import { toChapters } from '#domain/participation/layout.ts'
import { allMeasures } from '#server/reports/all-measures.ts'

const idsOf = (layout: 'five-statements' | 'four-aims') =>
  Object.fromEntries(toChapters(allMeasures, layout).map(({ id, measures }) => [id, measures]))

describe('the layout of four aims', () => {
  test('has every row of Appendix 1 in its order, under its aim', () => {
    const { more, ...appendix } = idsOf('four-aims')

    // @source LW-A1.1 to LW-A1.36; two measures answer LW-A1.11
    expect(appendix).toEqual({
      'aim-1': ['M36', 'M34', 'M31', 'M33', 'M32', 'M35'],
      'aim-2': ['M37', 'M38', 'M39', 'M40', 'M41', 'M42', 'M43', 'M44'],
      'aim-3': ['M45', 'M46', 'M47', 'M48', 'M49', 'M50', 'M51', 'M52'],
      'aim-4': ['M53'],
      outputs: ['M21', 'M22', 'M23', 'M03', 'M04', 'M06', 'M07', 'M24', 'M08', 'M25', 'M26', 'M27', 'M28', 'M29'],
    })
    expect(more?.length).toBe(82 - 37)
  })
})

describe('the layout of five statements', () => {
  test('has a chapter for each statement and one for the Active Offer, and leaves nothing out', () => {
    const chapters = idsOf('five-statements')

    expect(Object.keys(chapters)).toEqual([
      'statement-1',
      'active-offer',
      'statement-2',
      'statement-3',
      'statement-4',
      'statement-5',
      'more',
    ])
    expect(chapters['active-offer']).toEqual(['M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20'])
    expect(Object.values(chapters).flat().sort()).toEqual(allMeasures.map(({ id }) => id).sort())
  })
})
