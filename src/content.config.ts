import { defineCollection } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { isServiceCondition, type ServiceCondition } from '#domain/service/conditions.ts'
import { isPathName, type PathName } from '#i18n/paths.ts'

const words = z.string().min(1)

const pathName = z.custom<PathName>(
  (name) => typeof name === 'string' && isPathName(name),
  'not a name in src/i18n/paths.ts',
)

/** Said only by services of which this is true. */
const when = z.custom<ServiceCondition>(isServiceCondition, 'not a name in src/domain/service/conditions.ts').optional()

/** One idea: a picture, and one sentence or two beside it. */
const idea = z.strictObject({ symbol: words, say: words, when })

const link = z.strictObject({ to: pathName, say: words, symbol: words, as: z.enum(['door', 'button', 'link']), when })

/** Parts of a page that are made from the service file, from other pages or from published files. */
export const partNames = [
  'all-pages',
  'bodies',
  'changes',
  'contacts',
  'council-complaint',
  'council-sees',
  'councils',
  'credit',
  'glossary',
  'groups',
  'groups-for-adults',
  'helplines',
  'information-regulator',
  'kept-for',
  'laws',
  'looks',
  'offer-moments',
  'participation',
  'participation-manager',
  'open-hours',
  'posters',
  'remind-at',
  'specialist-help',
  'told-us',
] as const

const block = z.strictObject({
  heading: words.optional(),
  part: z.enum(partNames).optional(),
  ideas: z.array(idea).default([]),
  links: z.array(link).default([]),
  /** A fold-out with law and detail. */
  adults: z
    .strictObject({ summary: words, part: z.enum(partNames).optional(), paragraphs: z.array(words).min(1) })
    .optional(),
  when,
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
    /** The page one step up: the trail leads through it. Only the first page has none. */
    under: pathName.optional(),
    /** Who is spoken to; nobody said: a child. */
    reader: z.literal('adult').optional(),
    lead: words.optional(),
    blocks: z.array(block).min(1),
  }),
})

const bothWords = z.strictObject({ cy: words, en: words })

/** Hard words, explained. */
const glossary = defineCollection({
  loader: file('content/glossary.yaml'),
  schema: z.strictObject({ id: words, symbol: words, word: bothWords, says: bothWords, when }),
})

/** Words in the languages of the service they belong to. */
const serviceWords = z.strictObject({ cy: words.optional(), en: words.optional() })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month, such as 2026-09')

/**
 * What young people said and what came of it: `content/changes/<service>/<name>.yaml`. What could not be done
 * says why.
 *
 * @source P23, CM-7a, LW-13.3
 */
const changes = defineCollection({
  loader: glob({ base: './content/changes', pattern: '*/*.yaml' }),
  schema: z
    .strictObject({
      /** Invented, and said to be so: a live service has none. */
      example: z.boolean().default(false),
      kind: z.enum(['did', 'doing', 'could-not']),
      saidIn: month,
      /** When young people were told what came of it. */
      answeredIn: month,
      from: serviceWords,
      said: serviceWords,
      answer: serviceWords,
      why: serviceWords.optional(),
      instead: serviceWords.optional(),
    })
    .refine(
      ({ kind, why }) => (kind === 'could-not') === (why !== undefined),
      'says why it could not be done, or was done',
    ),
})

export const collections = { pages, glossary, changes }
