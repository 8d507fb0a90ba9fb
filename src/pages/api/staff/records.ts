import { z } from 'zod'
import { drawWords } from '#components/symbol/drawn-words.ts'
import { languages } from '#domain/language/language.ts'
import { deskRoles } from '#domain/roles.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { json } from '#server/http/problem.ts'
import { problemMessages } from '#server/http/problem-messages.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { storeOrSay } from '#server/http/store-or-say.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'

export const prerender = false

const body = z.strictObject({
  form: z.string().max(60),
  about: z.string().max(60).optional(),
  language: z.enum(languages),
  answers: z.record(z.string(), z.unknown()),
  idempotencyKey: z.uuid(),
  samePersonAs: z.string().max(60).optional(),
  settles: z.string().max(60).optional(),
  seen: z.number().int().min(0).optional(),
})

/** Records a staff act through the same engine as everything else. A closing answers with the survey code to hand over. */
export const POST = actForStaff(deskRoles, body, async ({ app, staff, body, language }) =>
  storeOrSay(app, language, async () => {
    const recorded = await recordByStaff(app, { ...body, by: staff })
    switch (recorded.kind) {
      case 'unknown':
        return staffProblem('not-found', language)
      case 'not-for-this':
        return staffProblem('forbidden', language)
      case 'key-reused':
        return staffProblem('changed-meanwhile', language)
      case 'problems':
        return apiProblem('answers', language, {
          errors: problemMessages(recorded.form, recorded.problems, language),
        })
      default: {
        const isClosing = body.form === 'closure' && body.about !== undefined
        const surveyCode = isClosing ? await unusedSurveyCode(app, body.about ?? '') : undefined
        const { receivedAt, meanwhile } = recorded
        return json({ receivedAt, meanwhile, ...(surveyCode && { surveyCode: drawWords(surveyCode) }) }, 201)
      }
    }
  }),
)
