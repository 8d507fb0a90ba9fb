import { readForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { handOutSurveyWords } from '#server/operations/survey-words.ts'

export const prerender = false

/** The sealed words of one form and month. Who asked is logged before anything is handed out. */
export const GET = readForStaff(['survey-reader'], async ({ app, staff, params, language }) => {
  const words = await handOutSurveyWords(app, staff, params.group ?? '')
  return words ?? staffProblem('not-found', language)
})
