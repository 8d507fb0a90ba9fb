import type { APIRoute } from 'astro'
import { isLanguage } from '#domain/language/language.ts'
import { pathTo } from '#i18n/paths.ts'
import { isSameOrigin } from '#server/http/same-origin.ts'
import { staffProblem } from '#server/http/staff-problem.ts'

export const prerender = false

/** Signs out, from the button on every staff page, with or without script. Leads to the sign-in page. */
export const POST: APIRoute = async ({ request, locals }) => {
  const { app, clientAddress } = locals
  const from = new URL(request.headers.get('referer') ?? app.config.siteUrl).pathname.split('/')[1]
  const language = isLanguage(from) ? from : (app.service.languages[0] ?? 'cy')
  if (!isSameOrigin(request, app.config.siteUrl)) return staffProblem('other-site', language)
  const { cookies } = await app.signIn.signOut({ headers: request.headers, network: clientAddress })
  const headers = new Headers({ location: pathTo('staff-sign-in', language), 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
