import { z } from 'zod'
import { audiences } from '#domain/audience.ts'

/** A public key, `age1…`. A private key never matches. */
export const recipientText = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)

/** Something sealed in the age format, armored. A private key in clear never matches. */
export const armoredText = z
  .string()
  .max(4000)
  .regex(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n?$/)

/** A wrapped key as a browser sends it. */
export const wrappedKey = z.strictObject({
  audience: z.enum(audiences),
  generation: z.number().int().min(1).max(10_000),
  wrapped: armoredText,
})
