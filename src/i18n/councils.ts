import type { Language } from '#domain/language/language.ts'
import { listCouncils } from '#domain/service/find-council.ts'
import type { Service } from '#domain/service/service.ts'
import { inLanguage } from './built-service.ts'
import { type PathName, pathTo } from './paths.ts'

/** A council that the service works for, as a page names it. */
export type NamedCouncil = Pick<Service['authorities'][number]['councils'][number], 'id' | 'web' | 'dutyTeam'> & {
  readonly name: string
  /** The area it is counted with. */
  readonly area: string
}

/** Every council of the service, in the order of the reader's alphabet. */
export function namedCouncils(service: Service, language: Language): readonly NamedCouncil[] {
  const { compare } = new Intl.Collator(language)
  return listCouncils(service)
    .map(({ council, authority }) => ({
      ...council,
      name: inLanguage(council.words, language),
      area: inLanguage(authority.words, language),
    }))
    .sort((one, other) => compare(one.name, other.name))
}

/** The address of the poster for a council's homes and schools. */
export function posterPath(council: string, language: Language): string {
  const posters: PathName = 'posters'
  return `${pathTo(posters, language)}/${council}`
}
