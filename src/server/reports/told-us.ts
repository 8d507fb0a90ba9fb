import type { PublishedReport } from '#domain/participation/publish.ts'
import { type ToldFigure, type ToldFigureName, type ToldUs, toldFigures } from '#domain/participation/told-us.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'

/** The table of a measure that a survey question is counted in, where it is not the measure's own. */
const tables: Readonly<Record<string, string>> = { listened: 'listened', helpedChoose: 'helped-choose' }

/**
 * What young people are told of a period, out of its public edition: the file that the site reads.
 *
 * @source DESIGN 9 "Closing the loop"; `src/domain/participation/told-us.ts` for what it may hold
 */
export function toToldUs(report: PublishedReport, now: Instant, { example }: { readonly example: boolean }): ToldUs {
  const names = Object.keys(toldFigures) as ToldFigureName[]
  return {
    service: report.service,
    period: report.period.id,
    publishedOn: londonDay(now),
    example,
    figures: names.map((name) => toldFigure(report, name)),
  }
}

function toldFigure(report: PublishedReport, name: ToldFigureName): ToldFigure {
  const { measure, ...of } = toldFigures[name]
  const parts = report.measures.find(({ id }) => id === measure)?.parts
  const part = parts?.find(({ id }) => id === ('question' in of ? tables[of.question] : undefined)) ?? parts?.[0]
  const figure = part?.rows[0]?.figures[0]?.period
  if (figure?.shape === 'share' && of.shape === 'share') {
    const { numerator, denominator, percent } = figure
    return percent !== undefined && 'shown' in numerator && 'shown' in denominator
      ? { name, shown: 'share', part: numerator.shown, of: denominator.shown }
      : { name, shown: 'withheld' }
  }
  const isCount = figure?.shape === 'count' || figure?.shape === 'distinct'
  return isCount && 'shown' in figure.count
    ? { name, shown: 'count', count: figure.count.shown }
    : { name, shown: 'withheld' }
}
