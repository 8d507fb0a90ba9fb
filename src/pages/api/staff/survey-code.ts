import { z } from 'zod'
import { drawWords } from '#components/symbol/drawn-words.ts'
import { deskRoles } from '#domain/roles.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { findStoryOnDesk } from '#server/operations/stories.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'

export const prerender = false

/** The survey code of a closed case once more, for as long as it has not been used. */
export const POST = actForStaff(
  deskRoles,
  z.strictObject({ about: z.string().max(60) }),
  async ({ app, staff, body, language }) => {
    const isTheirs = (await findStoryOnDesk(app.db, body.about, staff)) !== undefined
    const surveyCode = isTheirs ? await unusedSurveyCode(app, body.about) : undefined
    return surveyCode ? { surveyCode: drawWords(surveyCode) } : staffProblem('not-found', language)
  },
)
