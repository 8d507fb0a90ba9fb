import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { lackingIn, stopsLive } from '#domain/service/lacking.ts'
import { type Service, serviceSchema } from '#domain/service/service.ts'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import type { PictureWord } from '#domain/tracking-code/tracking-code.ts'
import { allForms } from '#forms/all-forms.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { ConfigError } from '#server/config.ts'
import { projectRoot } from '#server/project-root.ts'
import { sayLack } from '#server/say-lack.ts'

/** The path of a service's file: SERVICE is the id of one that ships, or the path of one's own. */
export function serviceFile(service: string): string {
  return service.endsWith('.yaml') ? resolve(service) : join(projectRoot, 'content', 'services', `${service}.yaml`)
}

/**
 * Reads and checks a service file, to serve it. A live service with a fact unset is refused (H11).
 *
 * @throws ConfigError naming what is wrong with it, or what it still lacks, and what to do.
 */
export function loadService(id: string): Service {
  const service = readService(id)
  if (service.kind === 'demonstration') return service
  const lacks = lackingIn(service, londonDay(toInstant(new Date()))).filter(stopsLive)
  if (lacks.length === 0) return service
  throw new ConfigError(`The service ${service.id} cannot be live yet:\n  ${lacks.map(sayLack).join('\n  ')}`)
}

/**
 * Reads a service file, whether it may be served or not.
 *
 * @throws ConfigError naming what is wrong with it and what to do.
 */
export function readService(id: string): Service {
  const parsed = serviceSchema.safeParse(
    parse(readText(serviceFile(id), `SERVICE is ${id}, but there is no such file`)),
  )
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`The service file ${id} has to be put right:\n  ${lines.join('\n  ')}`)
}

/** Every form, its service lists filled in, by id. */
export function loadForms(service: Service): ReadonlyMap<string, ResolvedForm> {
  return new Map(allForms.map((form) => [form.id, resolveForm(form, service)]))
}

const pictureWords = z.array(
  z.object({
    id: z.string(),
    cy: z.string(),
    en: z.string(),
    alsoCy: z.array(z.string()).default([]),
    alsoEn: z.array(z.string()).default([]),
  }),
)

/** The 256 things of which tracking codes are made, in the order of their file: the order is part of every code. */
export function loadPictureWords(): readonly PictureWord[] {
  const file = join(projectRoot, 'content', 'picture-words.yaml')
  return pictureWords.parse(parse(readText(file, 'content/picture-words.yaml is missing')))
}

function readText(file: string, whenMissing: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(whenMissing, { cause: error })
  }
}
