import { describe, expect, test } from 'vitest'
import type { Report } from '#domain/participation/report.ts'
import { rollUp } from '#domain/participation/roll-up.ts'
import { asks, closes, does, surveys } from './acts.ts'
import type { Act } from './records.ts'
import { reportAfter } from './works-out.ts'

/** A few cases of one service, whose names begin with its own. */
function casesOf(service: string, listened: readonly string[]): readonly Act[] {
  return listened.flatMap((answer, index) => {
    const name = `${service}-${index}`
    return [
      asks(name, `2026-10-0${index + 1}T08:00:00Z`, { source: 'friend', age: 12 }),
      does('screening', `${name}/accepted`, `2026-10-0${index + 1}T09:00:00Z`, { decision: 'accepted' }),
      does('contact', `${name}/reached`, `2026-10-0${index + 2}T09:00:00Z`, { outcome: 'reached', method: 'call' }),
      does('hours', `${name}/hours`, '2026-10-20T09:00:00Z', { workedOn: '2026-10-20', minutesWithChild: 90 }),
      closes(name, '2026-11-02T08:00:00Z', { positiveOutcome: index === 0 ? 'yes' : 'no' }),
      surveys(name, '2026-11-05T08:00:00Z', { listened: answer }),
    ]
  })
}

const services = {
  north: casesOf('north', ['a-lot', 'no']),
  south: casesOf('south', ['a-bit']),
  east: casesOf('east', ['not-sure', 'a-lot', 'a-lot']),
}

/** Every figure of the whole, without what cannot be summed: a median, and what a service was asked for. */
function summable({ measures }: Report) {
  return measures.flatMap(({ id, parts }) =>
    parts.flatMap((part) =>
      part.rows.map((row) => {
        const {
          hours: _percentiles,
          target: _target,
          isWide: _flag,
          ...figure
        } = {
          hours: undefined,
          target: undefined,
          isWide: undefined,
          ...row.figures[0]?.period,
        }
        return [`${id} ${part.id} ${row.id}`, figure] as const
      }),
    ),
  )
}

describe('a roll-up', () => {
  test('of three services is the report of one service with all their records', async () => {
    const each = await Promise.all(
      Object.entries(services).map(async ([id, acts]) => ({ ...(await reportAfter(acts)), service: id })),
    )
    const one = await reportAfter(Object.values(services).flat())

    const rolled = rollUp(each, 'wales')

    expect(Object.fromEntries(summable(rolled))).toEqual(Object.fromEntries(summable(one)))
    expect(rolled.areas).toEqual(['all', 'north', 'south', 'east'])
    const closed = rolled.measures.find(({ id }) => id === 'M24')?.parts[0]?.rows[0]?.figures
    expect(closed?.map(({ area, period }) => [area, period])).toEqual([
      ['all', { shape: 'count', count: 6 }],
      ['north', { shape: 'count', count: 2 }],
      ['south', { shape: 'count', count: 1 }],
      ['east', { shape: 'count', count: 3 }],
    ])
  })

  test('gives no median of medians', async () => {
    const each = await reportAfter(services.north)

    const [figure] =
      rollUp([each, { ...each, service: 'twin' }], 'wales').measures.find(({ id }) => id === 'M09')?.parts[0]?.rows[0]
        ?.figures ?? []

    expect(figure?.period).toEqual({ shape: 'duration', of: 4 })
  })

  test('says of every measure that cannot be summed that it cannot, and of no other', async () => {
    const each = await reportAfter(services.north)

    const rolled = rollUp([each, { ...each, service: 'twin' }], 'wales')

    const said = rolled.measures.map(({ id, notes, parts }) => ({
      id,
      shapes: ['duration', 'distinct', 'difference'].filter((shape) => parts.some((part) => part.shape === shape)),
      notes: notes.filter((note) => note.startsWith('sum-')),
    }))
    const notes = { duration: 'sum-has-no-median', distinct: 'sum-counts-twice', difference: 'sum-flags-nothing' }
    expect(said.filter(({ shapes }) => shapes.length > 0).length).toBeGreaterThan(5)
    for (const { id, shapes, notes: found } of said)
      expect(found.toSorted(), id).toEqual(shapes.map((shape) => notes[shape as keyof typeof notes]).toSorted())
  })

  test('of two periods is refused', async () => {
    const [one, other] = [await reportAfter([]), await reportAfter([], { period: '2026-27-q2' })]

    expect(() => rollUp([one, other], 'wales')).toThrow(RangeError)
  })
})
