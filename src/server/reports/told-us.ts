import { ALL } from '#domain/participation/measure.ts'
import type { PublishedFigure, PublishedReport } from '#domain/participation/publish.ts'
import { LEAST_WHOLE } from '#domain/participation/suppress.ts'
import { type ToldFigure, type ToldFigureName, type ToldUs, toldFigures } from '#domain/participation/told-us.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'

/**
 * What young people are told of a period, out of its public edition: the file that the site reads. A figure that
 * the edition does not have is withheld.
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
    figures: names.map((name) => toToldFigure(name, findFigure(report, name))),
  }
}

/** The figure of the whole service, in the table that the name stands for. */
function findFigure({ measures }: PublishedReport, name: ToldFigureName): PublishedFigure | undefined {
  const { measure, part } = toldFigures[name]
  const table = measures.find(({ id }) => id === measure)?.parts.find(({ id }) => id === part)
  return table?.rows.find(({ id }) => id === ALL)?.figures.find(({ area }) => area === ALL)?.period
}

function toToldFigure(name: ToldFigureName, figure: PublishedFigure | undefined): ToldFigure {
  if (figure?.shape === 'share') {
    const { numerator, denominator } = figure
    return 'shown' in numerator && 'shown' in denominator && denominator.shown >= LEAST_WHOLE
      ? { name, shown: 'share', part: numerator.shown, of: denominator.shown }
      : { name, shown: 'withheld' }
  }
  const isCount = figure?.shape === 'count' || figure?.shape === 'distinct'
  return isCount && 'shown' in figure.count
    ? { name, shown: 'count', count: figure.count.shown }
    : { name, shown: 'withheld' }
}
