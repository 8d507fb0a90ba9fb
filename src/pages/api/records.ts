import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { readForSystem } from '#server/http/token-endpoint.ts'
import { readRecords } from '#server/operations/read-records.ts'

export const prerender = false

/** Records after a place, for a case-management system: `?after=`. Contract: DESIGN 5. */
export const GET = readForSystem('records:read', async (token, { locals: { app }, request }) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const read = await readRecords(app, token, after)
  return read ?? apiProblem('unknown-place', askedLanguage(request, app.service))
})
