import type { APIContext } from 'astro'
import type { Language } from '#domain/language/language.ts'
import { reportReaders } from '#domain/participation/readers.ts'
import { type Level, levels } from '#domain/participation/report.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { problem } from '#server/http/problem.ts'
import { readForStaff } from '#server/http/staff-endpoint.ts'
import { hasToken, readForSystem } from '#server/http/token-endpoint.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { reportWords } from '#server/reports/report-words.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { toCsv } from '#server/reports/to-csv.ts'

export const prerender = false

/**
 * `/api/reports/2026-27-q3`, also with `.json` and `.csv`: the commissioner's report, exact.
 * `?language=` `?level=authority|region` `?area=` `?edition=commissioner`. Contract: DESIGN 5.
 */
export const GET = (context: APIContext): Promise<Response> => {
  const answer = () => answerReport(context)
  return (hasToken(context) ? readForSystem('reports:read', answer) : readForStaff(reportReaders, answer))(context)
}

async function answerReport(context: APIContext) {
  const { app } = context.locals
  const { params } = context
  const asked = new URL(context.request.url).searchParams
  const language = askedLanguage(context.request, app.service)
  const named = /^(?<period>[^.]*)(?:\.(?<format>json|csv))?$/.exec(params.period ?? '')?.groups
  const level = levels.find((each) => each === (asked.get('level') ?? 'authority'))
  const edition = asked.get('edition') ?? 'commissioner'
  if (edition === 'public') return refused('public-edition-not-yet', language)
  if (edition !== 'commissioner' || !level) return refused('report-not-understood', language)
  const report = await buildReport(app, named?.period ?? '', { level, area: asked.get('area') ?? undefined })
  if (!report) return apiProblem('not-found', language)
  const said = sayReport(report, app.service, language)
  return named?.format === 'csv' ? csvFile(toCsv(said), report.period.id, level) : said
}

function refused(type: 'public-edition-not-yet' | 'report-not-understood', language: Language): Response {
  return problem({ type, status: 400, ...reportWords(language).problems[type] })
}

/** The file's name says what it is and nothing of anybody. */
function csvFile(csv: string, period: string, level: Level): Response {
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="llafar-${period}-${level}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
