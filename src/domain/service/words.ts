import { z } from 'zod'

/**
 * Words in each language. Every one gives the words of each language of its service: the schema holds it to that.
 * Strict, for a comma that is not quoted would cut a sentence in two without a sound.
 */
export const words = z.strictObject({ cy: z.string().min(1).optional(), en: z.string().min(1).optional() })

/** A thing of a list: a stable id, its words, and the picture beside it. */
export const listed = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  words,
  symbol: z.string().optional(),
})

/** Somebody else who can help: `words` is the name, `says` what they do, in one or two sentences. */
export const organisation = listed.extend({
  says: words,
  phone: z.string().optional(),
  text: z.string().optional(),
  email: z.email().optional(),
  web: z.url().optional(),
})

/** A day of the calendar, when a person last looked whether an entry is still right. */
export const checkedOn = z.iso.date()
