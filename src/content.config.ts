import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { isPathName, type PathName } from '#i18n/paths.ts'

const words = z.string().min(1)

/** One idea: a picture, and one sentence or two beside it. `when` leaves it out for services it is not true of. */
const idea = z.strictObject({
  symbol: words,
  say: words,
  when: z.enum(['council-sees-names', 'two-languages']).optional(),
})

const link = z.strictObject({
  to: z.custom<PathName>((name) => typeof name === 'string' && isPathName(name), 'not a name in src/i18n/paths.ts'),
  say: words,
  symbol: words,
  as: z.enum(['door', 'button', 'link']),
})

const block = z.strictObject({
  heading: words.optional(),
  ideas: z.array(idea).default([]),
  links: z.array(link).default([]),
  /** A fold-out with law and detail. */
  adults: z.strictObject({ summary: words, paragraphs: z.array(words).min(1) }).optional(),
  /** Parts made from the service file. */
  contacts: z.literal(true).optional(),
  helplines: z.literal(true).optional(),
  /** Who drew the pictures. */
  credit: z.literal(true).optional(),
})

/**
 * Pages that people read: `content/pages/<language>/<name>.yaml`, the same name in both languages,
 * the name being its key in `src/i18n/paths.ts`. Easy read is the normal register.
 */
const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '{cy,en}/*.yaml' }),
  schema: z.strictObject({
    title: words,
    description: words,
    lead: words.optional(),
    blocks: z.array(block).min(1),
  }),
})

export const collections = { pages }
