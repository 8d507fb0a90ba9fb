import { isLanguage, type Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'

/** The language a request asks for: in its address, then in its header, else the service's first. */
export function askedLanguage(request: Request, service: Pick<Service, 'languages'>): Language {
  const url = new URL(request.url)
  const named = url.searchParams.get('language') ?? url.pathname.split('/')[1]
  if (isLanguage(named) && service.languages.includes(named)) return named
  const preferred = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((part) => isLanguage(part) && service.languages.includes(part))
  return isLanguage(preferred) ? preferred : (service.languages[0] ?? 'cy')
}
