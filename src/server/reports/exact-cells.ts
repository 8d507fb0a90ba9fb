import type { Language } from '#domain/language/language.ts'
import type { Figure, Share } from '#domain/participation/figure.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { AreaFigures } from '#domain/participation/report.ts'
import { putIn } from '#i18n/put-in.ts'
import { type EditionCells, saidShare, saidTarget, sayDecimal } from '#server/reports/edition-cells.ts'
import { besideName, periodName } from '#server/reports/period-names.ts'
import { reportWords } from '#server/reports/report-words.ts'

/** The commissioner's edition: exact figures of the period, and of what stands beside it. */
export const exactCells: EditionCells<AreaFigures> = {
  spans: (report) => [periodName(report.period.id, report.language), besideName(report)],
  cells: ({ period, beside }, { language, isSurvey }) =>
    [period, beside].map((figure) => cellsOf(figure, language, isSurvey)),
  hasAny: ({ period, beside }) => [period, beside].some(hasCounted),
  hasResponse: ({ period, beside }) =>
    [period, beside].some((each) => each.shape === 'share' && each.response !== undefined),
  hasLongest: true,
  bar: ({ period }, language) => barOf(period, language),
}

const MINUTES = 60

function hasCounted(figure: Figure): boolean {
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return exact(figure.count) > 0
    case 'hours':
      return exact(figure.minutes) > 0
    case 'share': {
      const { denominator, response } = figure
      return exact(denominator) > 0 || (response !== undefined && exact(response.asked) > 0)
    }
    case 'duration':
      return exact(figure.of) > 0
    case 'difference':
      return exact(figure.respondents.denominator) > 0 || exact(figure.users.denominator) > 0
  }
}

/** A share of a survey's says how many answered of how many were asked. */
function cellsOf(figure: Figure, language: Language, isSurvey: boolean): readonly string[] {
  const words = reportWords(language)
  const say = (value: number | undefined) => sayDecimal(value, language)
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return [String(exact(figure.count))]
    case 'hours':
      return [sayDecimal(exact(figure.minutes) / MINUTES, language, 2)]
    case 'share':
      return [
        String(exact(figure.numerator)),
        String(exact(figure.denominator)),
        say(figure.percent),
        ...(isSurvey ? [saidResponse(figure, language)] : []),
        saidTarget(figure.target, language),
      ]
    case 'duration':
      return [
        String(exact(figure.of)),
        say(figure.hours?.median),
        say(figure.hours?.ninetieth),
        say(figure.hours?.longest),
      ]
    case 'difference':
      return [
        sayShare(figure.respondents, language),
        sayShare(figure.users, language),
        say(figure.points),
        figure.points === undefined ? words.nothing : figure.isWide ? words.wide : words.notWide,
      ]
  }
}

function saidResponse({ response }: Extract<Figure, { shape: 'share' }>, language: Language): string {
  const [part, whole] = response ? [exact(response.answered), exact(response.asked)] : [0, 0]
  return putIn(reportWords(language).outOf, { part: String(part), whole: String(whole) })
}

function sayShare({ numerator, denominator, percent }: Share, language: Language): string {
  const said = percent === undefined ? undefined : sayDecimal(percent, language)
  return saidShare({ part: String(exact(numerator)), whole: String(exact(denominator)), percent: said }, language)
}

function barOf(figure: Figure, language: Language): { readonly length?: number; readonly says: string } {
  if (figure.shape === 'count' || figure.shape === 'distinct')
    return { length: exact(figure.count), says: String(exact(figure.count)) }
  if (figure.shape !== 'share') throw new TypeError(`there is no bar for a figure that is a ${figure.shape}`)
  return { length: figure.percent ?? 0, says: sayShare(figure, language) }
}
