import { z } from 'zod'
import { languages } from '#domain/language/language.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { json } from '#server/http/problem.ts'
import { problemMessages } from '#server/http/problem-messages.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { storeOrSay } from '#server/http/store-or-say.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'

export const prerender = false

const body = z.strictObject({
  form: z.string().max(60),
  about: z.string().max(60),
  language: z.enum(languages),
  answers: z.record(z.string(), z.unknown()),
  idempotencyKey: z.uuid(),
})

/** Records a staff act about a referral, through the same engine as everything else. */
export const POST = actForStaff(['coordinator'], body, async ({ app, staff, body, language }) =>
  storeOrSay(app, language, async () => {
    const recorded = await recordByStaff(app, { ...body, by: staff.id })
    switch (recorded.kind) {
      case 'unknown':
        return staffProblem('not-found', language)
      case 'key-reused':
        return staffProblem('changed-meanwhile', language)
      case 'problems': {
        const form = app.forms.get(body.form)
        return apiProblem('answers', language, {
          errors: form ? problemMessages(form, recorded.problems, language) : [],
        })
      }
      default:
        return json({ receivedAt: recorded.receivedAt }, 201)
    }
  }),
)
