import { parse } from 'yaml'
import type { Language } from '#domain/language/language.ts'
import { type Service, serviceSchema } from '#domain/service/service.ts'
import type { IsoDate } from '#domain/time/instant.ts'

declare const __SERVICE_FILE__: string
declare const __BANK_HOLIDAYS__: readonly IsoDate[]

let service: Service | undefined

/**
 * The service this build is made for: pages that are built once hold its facts. The build puts the
 * service file's text in; the server checks its stamp before it serves a page.
 *
 * @throws when the file is not as the schema wants it.
 */
export function builtService(): Service {
  service ??= serviceSchema.parse(parse(__SERVICE_FILE__))
  return service
}

/** The bank holidays of the service's region, in the year of the build and the two after it. */
export function builtHolidays(): readonly IsoDate[] {
  return __BANK_HOLIDAYS__
}

/**
 * Words of the service file in one language.
 *
 * @throws when the service has not given them: nobody gets the other language by accident (H7).
 */
export function inLanguage(words: Partial<Record<Language, string | undefined>>, language: Language): string {
  const found = words[language]
  if (found === undefined) throw new Error(`the service file lacks words in ${language}`)
  return found
}

/** The languages of the service, Welsh first. */
export function serviceLanguages(): readonly Language[] {
  return [...builtService().languages].sort()
}
