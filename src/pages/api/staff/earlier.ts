import { z } from 'zod'
import { sayMoment } from '#i18n/times.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { handOutCases } from '#server/operations/hand-out-cases.ts'

export const prerender = false

/** The earlier requests that somebody has looked at, sealed, for a coordinator's browser to look for the same young person. */
export const POST = actForStaff(
  ['coordinator'],
  z.strictObject({ than: z.string().max(60) }),
  async ({ app, staff, body, language }) => {
    const cases = await handOutCases(app, staff, {
      desk: 'team',
      act: 'compared',
      records: 'request',
      isWanted: ({ id, records }) => id !== body.than && records.some(({ form }) => form === 'screening'),
    })
    return {
      requests: cases.map(({ id, reference, form, receivedAt, envelopes }) => ({
        id,
        reference,
        form,
        received: sayMoment(receivedAt, language),
        envelopes: envelopes[id] ?? [],
      })),
    }
  },
)
