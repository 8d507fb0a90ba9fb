import type { Language } from '#domain/language/language.ts'
import { ALL } from '#domain/participation/measure.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import type { PublishedFigures } from '#domain/participation/publish.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'
import { agencies } from '#forms/agencies.ts'
import { localeWords } from '#i18n/form-words.ts'
import { putIn } from '#i18n/put-in.ts'
import { type AgencyTheme, casesByAgency, THEMES, themesByAgency } from '#server/reports/agency-themes.ts'
import { type Bar, canCompare } from '#server/reports/bars.ts'
import type { ReportParts } from '#server/reports/build-report.ts'
import { type DrawnPicture, drawPicture } from '#server/reports/draw-report.ts'
import type { NotPublished } from '#server/reports/public-edition.ts'
import { barOfCount, sayCount } from '#server/reports/published-cells.ts'
import type { ReportDesk } from '#server/reports/report-desk.ts'
import { reportWords } from '#server/reports/report-words.ts'
import { type SaidReport, sayReport } from '#server/reports/say-report.ts'
import { type Piece, readWritten } from '#server/reports/written.ts'

/** One side of paper for the senior managers of an agency. Its numbers are protected: it leaves the service. */
export type AgencySheet = {
  readonly agency: string
  readonly name: string
  /** In how many closed cases it had a part. */
  readonly closed: string
  /** The themes of these cases that have a number, the commonest first. */
  readonly themes: readonly Bar[]
  /** The commonest of them as bars, where there are some to compare. */
  readonly picture: DrawnPicture | undefined
  /** The others in the order of the service's list, which tells nothing of them, under what is said of their number. */
  readonly withheld: readonly { readonly says: string; readonly names: readonly string[] }[]
  readonly raised: readonly Raised[]
  /** Whether its words are more than one side has room for. */
  readonly isLong: boolean
}

/** What was raised with an agency as a theme, its reply, and whether anything changed. @source NS-4k */
type Raised = { readonly words: string; readonly came: readonly string[] }

/** Whom a sheet can be handed to: "other" is nobody's. */
export const agenciesWithSheets: readonly string[] = agencies.map(({ id }) => id).filter((id) => id !== 'other')

/** So many letters of words still stand on one side of A4 beside all themes: tests/browser/agency-sheets.test.ts. */
export const MOST_LETTERS = 1500

/** More would leave no room on the sheet for what was raised. */
const MOST_BARS = 6

type Parts = ReportParts & { readonly reports: ReportDesk }

/**
 * Makes the sheets of a quarter that is over: for one agency, or for each.
 *
 * @returns why there is none yet; undefined when there is no such quarter or agency.
 * @throws ReportNotMadeError
 * @source CM-8b "straight to senior managers of every agency", NS-4k, M53
 */
export async function agencySheets(
  app: Parts,
  { period: id, agency }: { readonly period: string; readonly agency: string | undefined },
  language: Language,
): Promise<readonly AgencySheet[] | NotPublished | undefined> {
  const period = parsePeriod(id)
  const wanted = agenciesWithSheets.filter((each) => agency === undefined || each === agency)
  if (!period || !id.includes('-q') || wanted.length === 0) return undefined
  const published = await app.reports.buildPublic(id, {})
  if (!published || typeof published === 'string') return published
  const counted = await app.reports.build(id, { level: 'region', area: ALL, isFinal: true })
  if (!counted) return undefined
  const themes = themesByAgency(counted, published)
  const cases = casesByAgency(published)
  const nameOf = issueNames(sayReport(published, app.service, language))
  const pieces = (await readWritten(app.db, period)).filter(({ section }) => section === 'systemic')
  return wanted.map((each) =>
    toSheet(
      {
        agency: each,
        closed: cases.get(each) ?? { shown: 0 },
        themes: themes.filter((theme) => theme.agency === each),
        pieces: pieces.filter(({ counted }) => counted.raisedWith?.includes(each)),
      },
      nameOf,
      language,
    ),
  )
}

/** An agency, by name. */
export function nameOfAgency(agency: string, language: Language): string {
  return localeWords('closure', language).questions.agencies?.choices?.[agency] ?? agency
}

type Content = {
  readonly agency: string
  readonly closed: PublishedCount
  readonly themes: readonly AgencyTheme[]
  readonly pieces: readonly Piece[]
}

function toSheet(
  { agency, closed, themes, pieces }: Content,
  nameOf: ReadonlyMap<string, string>,
  language: Language,
): AgencySheet {
  const name = nameOfAgency(agency, language)
  const words = reportWords(language).agencySheets
  const order = [...nameOf.keys()]
  const named = themes
    .toSorted((one, other) => order.indexOf(one.issue) - order.indexOf(other.issue))
    .map(({ issue, count }) => ({ name: nameOf.get(issue) ?? issue, ...barOfCount(count, language) }))
  const bars = named
    .filter(({ length = 0 }) => length > 0)
    .toSorted((one, other) => (other.length ?? 0) - (one.length ?? 0))
  const commonest = {
    id: `${agency}-picture`,
    title: words.picture,
    unit: 'number' as const,
    bars: bars.slice(0, MOST_BARS),
  }
  return {
    agency,
    name,
    closed: sayCount(closed, language),
    themes: bars,
    picture: canCompare(bars) ? drawPicture(commonest, language) : undefined,
    withheld: [
      ...Map.groupBy(
        named.filter(({ length }) => length === undefined),
        ({ says }) => says,
      ),
    ].map(([says, those]) => ({
      says: putIn(words.each, { count: says }),
      names: those.map(({ name: theme }) => theme),
    })),
    raised: pieces.map((piece) => toRaised(piece, language)),
    isLong: pieces.reduce((letters, { words }) => letters + words.length, 0) > MOST_LETTERS,
  }
}

function toRaised({ words, counted }: Piece, language: Language): Raised {
  const { questions } = localeWords('quarter-narrative', language)
  const said = reportWords(language).agencySheets
  const reply = questions.reply?.choices?.[counted.reply?.[0] ?? '']
  const changed = counted.changed?.[0]
  return {
    words,
    came: [
      ...(reply ? [putIn(said.reply, { reply })] : []),
      ...(changed === 'yes' || changed === 'no' ? [said.changed[changed]] : []),
    ],
  }
}

/** The names of all themes, in the order of the service's list. */
function issueNames({ measures }: SaidReport<PublishedFigures>): ReadonlyMap<string, string> {
  const table = measures.find(({ id }) => id === THEMES)?.parts.find(({ id }) => id === 'closed')
  return new Map(table?.rows.map(({ id, name }) => [id, name]))
}
