import type { APIRoute, GetStaticPaths } from 'astro'
import { confidentialitySummary } from '#components/confidentiality/ideas.ts'
import { FORM_PICTURES } from '#components/symbol/form-pictures-address.ts'
import { listPictures, type Picture } from '#components/symbol/pictures.ts'
import { allForms } from '#forms/all-forms.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { builtService, serviceLanguages } from '#i18n/built-service.ts'
import sent from '#locales/en/sent.json' with { type: 'json' }

export const prerender = true

/** Pictures that form screens name themselves, beside those of the definitions: the bar and the code choice. */
const namedByScreens = ['now-urgent', 'leave-site', 'tracking-code', 'yes', 'no']

/** One file of the pictures that forms use, which every step points into, so that a journey loads them once. */
export const getStaticPaths = (() => [
  { params: { set: FORM_PICTURES.replace(/^\/symbols\/|\.svg$/g, '') } },
]) satisfies GetStaticPaths

export const GET: APIRoute = () => {
  const pictures = listPictures(usedByForms())
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${pictures.map(toGroup).join('')}</svg>`, {
    headers: { 'Content-Type': 'image/svg+xml' },
  })
}

function usedByForms(): ReadonlySet<string> {
  const service = builtService()
  const forms = allForms.map((form) => resolveForm(form, service))
  const summaries = serviceLanguages().map((language) => confidentialitySummary(language, service))
  return new Set([...namedByScreens, ...symbolsIn(forms), ...symbolsIn(summaries), ...symbolsIn(sent)])
}

/** Every `symbol` named anywhere in data. */
function symbolsIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'symbol' && typeof value === 'string' ? [value] : symbolsIn(value),
  )
}

/** A group, not a `<symbol>`: the picture that points at it has the box. */
function toGroup({ id, attributes, drawing }: Picture): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<g id="${id}"${said.join('')}>${drawing}</g>`
}
