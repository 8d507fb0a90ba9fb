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
import { receiveForChild } from '#server/operations/receive-for-child.ts'

export const prerender = false

const body = z.strictObject({
  form: z.string().max(60),
  channel: z.enum(['phone', 'paper']),
  language: z.enum(languages),
  answers: z.record(z.string(), z.unknown()),
  receipt: z
    .strictObject({
      version: z.string().max(60),
      language: z.enum(languages),
      format: z.enum(['read-aloud', 'text']),
      answer: z.enum(['understood', 'explain']),
    })
    .optional(),
  trackingCode: z.boolean(),
  surveyCode: z.string().max(400).optional(),
  idempotencyKey: z.uuid(),
})

/** Receives a public form that staff filled in for somebody on the phone, or from paper. */
export const POST = actForStaff(deskRoles, body, async ({ app, staff, body, language }) =>
  storeOrSay(app, language, async () => {
    const received = await receiveForChild(app, { ...body, by: staff })
    const form = app.forms.get(body.form)
    switch (received.kind) {
      case 'unknown':
        return staffProblem('not-found', language)
      case 'not-for-this':
        return staffProblem('forbidden', language)
      case 'key-reused':
        return staffProblem('changed-meanwhile', language)
      case 'confidentiality-first':
      case 'survey-closed':
        return apiProblem(received.kind, language)
      case 'problems':
        return apiProblem('answers', language, {
          errors: form ? problemMessages(form, received.problems, language) : [],
        })
      default: {
        const { receivedAt, reference, trackingCode } = received
        return json(
          {
            receivedAt,
            ...(reference && { reference }),
            ...(trackingCode && { trackingCode: drawWords(trackingCode) }),
          },
          201,
        )
      }
    }
  }),
)
