import type { APIContext } from 'astro'
import type { Language } from '#domain/language/language.ts'
import { reportReaders } from '#domain/participation/readers.ts'
import { levels } from '#domain/participation/report.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { problem } from '#server/http/problem.ts'
import { readForStaff } from '#server/http/staff-endpoint.ts'
import { hasToken, readForSystem } from '#server/http/token-endpoint.ts'
import { isNotMade } from '#server/reports/report-desk.ts'
import { exactLines, type Line, publicLines } from '#server/reports/report-lines.ts'
import { reportWords } from '#server/reports/report-words.ts'
import { type SaidReport, sayReport } from '#server/reports/say-report.ts'
import { toCsv } from '#server/reports/to-csv.ts'
import { toXlsx } from '#server/reports/to-xlsx.ts'

export const prerender = false

/**
 * `/api/reports/2026-27-q3`, also with `.json`, `.csv` and `.xlsx`.
 * `?language=` `?level=authority|region` `?area=` `?edition=commissioner|public`. Contract: DESIGN 5.
 */
export const GET = (context: APIContext): Promise<Response> => {
  const answer = () => answerOrSay(context)
  return (hasToken(context) ? readForSystem('reports:read', answer) : readForStaff(reportReaders, answer))(context)
}

/** What cannot be counted now is said plainly, and is no fault of whoever asks. */
async function answerOrSay(context: APIContext) {
  try {
    return await answerReport(context)
  } catch (error) {
    if (!isNotMade(error)) throw error
    const { app } = context.locals
    app.log.failed('report', error)
    return refused('not-made', askedLanguage(context.request, app.service), 503)
  }
}

async function answerReport(context: APIContext) {
  const { app } = context.locals
  const asked = new URL(context.request.url).searchParams
  const language = askedLanguage(context.request, app.service)
  const named = /^(?<period>[^.]*)(?:\.(?<format>json|csv|xlsx))?$/.exec(context.params.period ?? '')?.groups
  const level = levels.find((each) => each === asked.get('level'))
  const edition = asked.get('edition') ?? 'commissioner'
  const cut = { level, area: asked.get('area') ?? undefined }
  const period = named?.period ?? ''
  if ((asked.has('level') && !level) || !['commissioner', 'public'].includes(edition))
    return refused('report-not-understood', language)
  if (edition === 'public') {
    const report = await app.reports.buildPublic(period, cut)
    if (!report) return apiProblem('not-found', language)
    if (typeof report === 'string') return refused(report, language)
    const said = sayReport(report, app.service, language)
    return answerAs(named?.format, said, () => publicLines(said))
  }
  const report = await app.reports.build(period, { ...cut, level: level ?? 'authority' })
  if (!report) return apiProblem('not-found', language)
  const said = sayReport(report, app.service, language)
  return answerAs(named?.format, said, () => exactLines(said))
}

type Refusal = 'report-not-understood' | 'councils-yearly' | 'not-over' | 'not-made'

function refused(type: Refusal, language: Language, status = 400): Response {
  return problem({ type, status, ...reportWords(language).problems[type] })
}

async function answerAs<Figures>(
  format: string | undefined,
  said: SaidReport<Figures>,
  linesOf: () => readonly Line[],
) {
  if (format === 'csv')
    return file(said, 'csv', 'text/csv; charset=utf-8; header=present', toCsv(linesOf(), said.language))
  if (format === 'xlsx') return file(said, 'xlsx', XLSX, new Uint8Array(await toXlsx(said, linesOf())))
  return said
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file's name says what it is and nothing of anybody. */
function file<Figures>(
  { period, level, edition }: SaidReport<Figures>,
  suffix: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  const name = `llafar-${period.id}-${edition === 'public' ? 'public-' : ''}${level}.${suffix}`
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
