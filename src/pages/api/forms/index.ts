import type { APIRoute } from 'astro'
import { formTitle } from '#i18n/form-words.ts'
import { formPaths } from '#i18n/paths.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { notOffered } from '#server/http/not-offered.ts'
import { json } from '#server/http/problem.ts'

export const prerender = false

/** The public forms, each with the addresses of its first page. */
export const GET: APIRoute = ({ locals, request }) => {
  const { service, forms } = locals.app
  const language = askedLanguage(request, service)
  return json({
    forms: [...forms.values()]
      .filter((form) => form.access === 'public')
      .map((form) => ({
        id: form.id,
        title: formTitle(form.id, language),
        pages: Object.fromEntries(service.languages.map((each) => [each, formPaths(form.id, each).start])),
      })),
  })
}

export const HEAD = GET
export const ALL = notOffered
