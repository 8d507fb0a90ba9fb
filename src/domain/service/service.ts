import { z } from 'zod'
import { languages } from '#domain/language/language.ts'
import { beingHeard } from './being-heard.ts'
import { keepingAndCounting } from './keeping-and-counting.ts'
import { reachingUs } from './reaching-us.ts'
import { whoCanHaveOne } from './who-can-have-one.ts'
import { whoWeAre } from './who-we-are.ts'

const facts = {
  ...whoWeAre,
  ...reachingUs,
  ...whoCanHaveOne,
  ...beingHeard,
  ...keepingAndCounting,
}

/** Every fact of a service, by its name in the file. */
export type FactName = keyof typeof facts

const factNames = Object.keys(facts) as [FactName, ...FactName[]]

/**
 * The service file: every fact that differs between services. Nothing in here is invented by code,
 * and nothing that belongs here is written in a page (H11).
 *
 * A demonstration has to invent what only a real contract or procedure can say. Each fact it invents is
 * named in `toConfirm`; a live service names none.
 *
 * @source DESIGN 10
 */
export const serviceSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['demonstration', 'live']),
    languages: z.array(z.enum(languages)).min(1),
    toConfirm: z.array(z.enum(factNames)).default([]),
    ...facts,
  })
  .superRefine((service, context) => {
    for (const path of wordsMissing(service, service.languages))
      context.addIssue({
        code: 'custom',
        path,
        message: 'words are missing, or in a language that the service does not have',
      })
    if (service.professionalsToParticipationManager && !service.participationManager)
      context.addIssue({ code: 'custom', path: ['participationManager'], message: 'requests go to nobody' })
  })

/** A service, as its file describes it. */
export type Service = z.infer<typeof serviceSchema>

/** A named thing in a list of the service. */
export type Listed = Service['reasons'][number]

/** Somebody else who can help. */
export type Organisation = Service['bodies'][number]

/** Places in the file whose words are not in exactly the languages of the service. */
function wordsMissing(value: unknown, wanted: readonly string[], path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every((key) => (languages as readonly string[]).includes(key)))
    return keys.length === wanted.length && wanted.every((language) => keys.includes(language)) ? [] : [[...path]]
  return Object.entries(value).flatMap(([key, inner]) => wordsMissing(inner, wanted, [...path, key]))
}
