import type { AstroGlobal } from 'astro'
import { isLanguage, type Language } from '#domain/language/language.ts'
import { pathTo } from '#i18n/paths.ts'
import { staffWords } from '#i18n/staff-words.ts'
import type { App } from '#server/app.ts'
import type { Visitor } from '#server/sign-in/call.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'

/** What every page of the staff side begins with. */
export type StaffVisit = {
  readonly app: App
  readonly language: Language
  readonly visitor: Visitor
  /** Who has a session; it may lack the second factor. */
  readonly staff: Staff | undefined
}

/** Reads who visits a staff page, in which language. */
export async function visitOf({ locals, request, url }: AstroGlobal): Promise<StaffVisit> {
  const { app, clientAddress } = locals
  const named = url.pathname.split('/')[1]
  return {
    app,
    language: isLanguage(named) ? named : 'cy',
    visitor: { headers: request.headers, network: clientAddress },
    staff: await app.signIn.staffOf(request.headers),
  }
}

/** Where somebody has to go first, if they may not see a page for members yet. */
export function wayIn({ staff, language }: StaffVisit): string | undefined {
  if (!staff) return pathTo('staff-sign-in', language)
  return staff.secondFactor ? undefined : pathTo('staff-second-factor', language)
}

/** Sends the visitor on after a form, with cookies to set. */
export function goOnTo(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  addCookies(headers, cookies)
  return new Response(null, { status: 303, headers })
}

/** Sets cookies with an answer. */
export function addCookies(headers: Headers, cookies: readonly string[]): void {
  for (const cookie of cookies) headers.append('set-cookie', cookie)
}

/** What a page gives to an island that deals with keys. */
export function keyPageOf({ app, language, staff }: StaffVisit) {
  return {
    language,
    words: staffWords(language),
    pictureWords: app.pictureWords.map((word) => word[language]),
    serviceName: app.service.name[language] ?? app.service.id,
    staffName: staff?.name ?? '',
  }
}
