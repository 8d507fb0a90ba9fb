import { readForStaff } from '#server/http/staff-endpoint.ts'
import { listSurveyWords } from '#server/operations/survey-words.ts'

export const prerender = false

/** What young people wrote to the survey reader, by form and month. Nothing in it comes from an envelope. */
export const GET = readForStaff(['survey-reader'], async ({ app }) => ({ groups: await listSurveyWords(app) }))
