import type { Figure } from '#domain/participation/figure.ts'
import { ALL, type Note, type Shape } from '#domain/participation/measure.ts'
import { exact, type RawCount, rawCount } from '#domain/participation/raw-count.ts'
import type { AreaFigures, Report, ReportMeasure, ReportPart } from '#domain/participation/report.ts'

/**
 * Reports of several services as one. Numerators and denominators are summed and shares made anew; each service stands
 * beside the sum as an area of its own.
 *
 * What cannot be summed is not: a median needs every wait, which a report does not hold, so the sum of durations says
 * how many there were and gives no hours. A young person known to two services counts in both.
 *
 * @throws RangeError when the reports are not of one period.
 * @source DESIGN 9 "Roll-up"; IP-19, Q22
 */
export function rollUp(reports: readonly Report[], id: string): Report {
  const [first, ...others] = reports
  if (!first) throw new RangeError('there is no report to add up')
  if (others.some(({ period }) => period.id !== first.period.id)) throw new RangeError('the reports are of two periods')
  return {
    ...first,
    service: id,
    madeAt: reports.map(({ madeAt }) => madeAt).reduce((a, b) => (a > b ? a : b)),
    isProvisional: reports.some(({ isProvisional }) => isProvisional),
    areas: [ALL, ...reports.map(({ service }) => service)],
    measures: first.measures.map((measure) => addMeasures(reports, measure)),
  }
}

function addMeasures(reports: readonly Report[], measure: ReportMeasure): ReportMeasure {
  return {
    ...measure,
    // A target is a contract's own: that of one service is not that of all.
    target: 'no target',
    notes: [...measure.notes, ...cannotAdd(measure)],
    parts: measure.parts.map((part) => addParts(reports, measure, part)),
  }
}

/** What a sum cannot say of a measure, said beside it. */
function cannotAdd({ parts }: ReportMeasure): readonly Note[] {
  const of: Readonly<Partial<Record<Shape, Note>>> = {
    duration: 'sum-has-no-median',
    distinct: 'sum-counts-twice',
    difference: 'sum-flags-nothing',
  }
  return [...new Set(parts.flatMap(({ shape }) => of[shape] ?? []))]
}

function addParts(reports: readonly Report[], { id: measure }: ReportMeasure, part: ReportPart): ReportPart {
  const twins = reports.map(
    ({ measures }) => measures.find(({ id }) => id === measure)?.parts.find(({ id }) => id === part.id)?.rows ?? [],
  )
  const rows = [...new Set(twins.flatMap((each) => each.map(({ id }) => id)))]
  return {
    ...part,
    rows: rows.map((row) => {
      const each = twins.map((rowsOf, index) => ({
        area: reports[index]?.service ?? '',
        figures: rowsOf.find(({ id }) => id === row)?.figures.find(({ area }) => area === ALL),
      }))
      return { id: row, figures: [sumOf(each.flatMap(({ figures }) => figures ?? [])), ...each.flatMap(besideEach)] }
    }),
  }
}

function besideEach({ area, figures }: { readonly area: string; readonly figures: AreaFigures | undefined }) {
  return figures ? [{ ...figures, area }] : []
}

function sumOf(figures: readonly AreaFigures[]): AreaFigures {
  return {
    area: ALL,
    period: addFigures(figures.map(({ period }) => period)),
    beside: addFigures(figures.map(({ beside }) => beside)),
  }
}

/** Adds figures of one shape up. */
function addFigures(figures: readonly Figure[]): Figure {
  const [first] = figures
  if (!first) throw new RangeError('a row of a report has no figure')
  const sum = (of: (figure: Figure) => RawCount | undefined) => addCounts(figures.map(of))
  switch (first.shape) {
    case 'count':
    case 'distinct':
      return { shape: first.shape, count: sum((each) => ('count' in each ? each.count : undefined)) }
    case 'hours':
      return { shape: 'hours', minutes: sum((each) => ('minutes' in each ? each.minutes : undefined)) }
    case 'share': {
      const shares = figures.filter((each) => each.shape === 'share')
      const responses = shares.flatMap(({ response }) => response ?? [])
      return {
        shape: 'share',
        ...addShares(shares),
        target: 'no target',
        ...(responses.length > 0 && {
          response: {
            answered: addCounts(responses.map(({ answered }) => answered)),
            asked: addCounts(responses.map(({ asked }) => asked)),
          },
        }),
      }
    }
    case 'duration':
      return { shape: 'duration', of: sum((each) => (each.shape === 'duration' ? each.of : undefined)) }
    case 'difference': {
      const those = figures.filter((each) => each.shape === 'difference')
      const respondents = addShares(those.map((each) => each.respondents))
      const users = addShares(those.map((each) => each.users))
      const points = isKnown(respondents, users)
        ? Math.round(((respondents.percent ?? 0) - (users.percent ?? 0)) * 10) / 10
        : undefined
      return { shape: 'difference', respondents, users, ...(points !== undefined && { points }), isWide: false }
    }
  }
}

type Parts = { readonly numerator: RawCount; readonly denominator: RawCount; readonly percent?: number }

function addShares(shares: readonly Parts[]): Parts {
  const numerator = addCounts(shares.map((each) => each.numerator))
  const denominator = addCounts(shares.map((each) => each.denominator))
  const [part, whole] = [exact(numerator), exact(denominator)]
  return {
    numerator,
    denominator,
    ...(whole > 0 && part <= whole && { percent: Math.round((part * 1000) / whole) / 10 }),
  }
}

function isKnown(...shares: readonly Parts[]): boolean {
  return shares.every(({ percent }) => percent !== undefined)
}

function addCounts(counts: readonly (RawCount | undefined)[]): RawCount {
  return rawCount(counts.reduce((sum, count) => sum + (count === undefined ? 0 : exact(count)), 0))
}
