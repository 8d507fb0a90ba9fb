import type { APIRoute } from 'astro'
import { pathTo } from '#i18n/paths.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { goOnTo } from '#server/http/staff-page.ts'
import { staffProblem } from '#server/http/staff-problem.ts'

export const prerender = false

/**
 * Where the organisation's provider sends people back to. What it brings is held against the state that we gave, in the
 * library; nothing of it goes on into an address of ours.
 */
export const GET: APIRoute = async ({ request, url, locals }) => {
  const { app, clientAddress } = locals
  const asked = askedLanguage(request, app.service)
  if (!app.signIn.organisation) return staffProblem('not-found', asked)
  const visitor = { headers: request.headers, network: clientAddress }
  const { outcome, language = asked, cookies } = await app.signIn.organisation.finish(url.searchParams, visitor)
  if (outcome === 'second-factor') return goOnTo(pathTo('staff-second-factor', language), cookies)
  return goOnTo(`${pathTo('staff-sign-in', language)}?organisation=${outcome}`, cookies)
}
