import type { Language } from '#domain/language/language.ts'
import type { PublishedFigure, PublishedFigures, PublishedShare } from '#domain/participation/publish.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'
import { putIn } from '#i18n/put-in.ts'
import { type EditionCells, saidShare, saidTarget } from '#server/reports/edition-cells.ts'
import { periodName } from '#server/reports/period-names.ts'
import { reportWords } from '#server/reports/report-words.ts'

/** The public edition: protected figures of the period alone. */
export const publishedCells: EditionCells<PublishedFigures> = {
  spans: (report) => [periodName(report.period.id, report.language)],
  cells: ({ period }, { language, isSurvey }) => [cellsOf(period, language, isSurvey)],
  hasAny: ({ period }) => hasCounted(period),
  hasResponse: ({ period }) => period.shape === 'share' && period.response !== undefined,
  hasLongest: false,
  bar: ({ period }, language) => barOf(period, language),
}

/** A withheld number is something: only a 0 that is shown is nothing. */
function isSomething(count: PublishedCount): boolean {
  return !('shown' in count) || count.shown > 0
}

function hasCounted(figure: PublishedFigure): boolean {
  switch (figure.shape) {
    case 'count':
    case 'distinct':
    case 'hours':
      return isSomething(figure.count)
    case 'share':
      return isSomething(figure.denominator) || (figure.response !== undefined && isSomething(figure.response.asked))
    case 'duration':
      return isSomething(figure.of)
    case 'difference':
      return isSomething(figure.respondents.denominator) || isSomething(figure.users.denominator)
  }
}

function cellsOf(figure: PublishedFigure, language: Language, isSurvey: boolean): readonly string[] {
  const say = (count: PublishedCount) => sayCount(count, language)
  const sayWhole = (value: number | undefined) => (value === undefined ? reportWords(language).nothing : String(value))
  switch (figure.shape) {
    case 'count':
    case 'distinct':
    case 'hours':
      return [say(figure.count)]
    case 'share': {
      const { answered, asked } = figure.response ?? { answered: { shown: 0 }, asked: { shown: 0 } }
      return [
        say(figure.numerator),
        say(figure.denominator),
        sayWhole(figure.percent),
        ...(isSurvey ? [putIn(reportWords(language).outOf, { part: say(answered), whole: say(asked) })] : []),
        saidTarget(figure.target, language),
      ]
    }
    case 'duration':
      return [say(figure.of), sayWhole(figure.hours?.median), sayWhole(figure.hours?.ninetieth)]
    case 'difference':
      return [
        sayShare(figure.respondents, language),
        sayShare(figure.users, language),
        sayWhole(figure.points),
        // Whether a gap is too wide is judged from exact shares, which are not here.
        reportWords(language).nothing,
      ]
  }
}

/** A published count as it is written: the number, or that it is withheld. */
export function sayCount(count: PublishedCount, language: Language): string {
  return 'shown' in count ? String(count.shown) : reportWords(language).withheld[count.withheld]
}

function sayShare({ numerator, denominator, percent }: PublishedShare, language: Language): string {
  const said = percent === undefined ? undefined : String(percent)
  return saidShare(
    { part: sayCount(numerator, language), whole: sayCount(denominator, language), percent: said },
    language,
  )
}

/** A withheld number has no bar: a length would show it. */
function barOf(figure: PublishedFigure, language: Language): { readonly length?: number; readonly says: string } {
  if (figure.shape === 'share')
    return { ...(figure.percent !== undefined && { length: figure.percent }), says: sayShare(figure, language) }
  if (!('count' in figure)) throw new TypeError(`there is no bar for a figure that is a ${figure.shape}`)
  return barOfCount(figure.count, language)
}

/** The bar of a count, and what is written beside it. */
export function barOfCount(
  count: PublishedCount,
  language: Language,
): { readonly length?: number; readonly says: string } {
  return { ...('shown' in count && { length: count.shown }), says: sayCount(count, language) }
}
