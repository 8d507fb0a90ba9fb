import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLanguage, type Language } from '#domain/language/language.ts'
import { paths } from '#i18n/paths.ts'

/** A page as the build wrote it. */
export type BuiltPage = { readonly path: string; readonly html: string; readonly language: Language | undefined }

/** Every page that is built, by its address: `/404` and `/500` are shown at any. */
export function builtPages(folder = 'dist/client'): readonly BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const path = `/${file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`
      const [, first] = path.split('/')
      return { path, html: readFileSync(join(folder, file), 'utf8'), language: isLanguage(first) ? first : undefined }
    })
}

/** The address of the same page in the other language, as the page itself says it. */
export function twinOf({ html, language }: BuiltPage): string | undefined {
  const other = language === 'cy' ? 'en' : 'cy'
  const [, address] = new RegExp(`<a class="language-switch" href="([^"]+)" lang="${other}"`).exec(html) ?? []
  return address
}

/** Where a page leads within our site, without what follows a `#`; forms that it posts to are no links. */
export function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)"/g)].map(([, href = '']) => href.split('#')[0] || '/')
}

/** The headings of a page in their order, by level alone. */
export function headingLevels(html: string): readonly number[] {
  return [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
}

/** Addresses that are answered when somebody comes: no file is built for them. */
export const answeredOnDemand: ReadonlySet<string> = new Set(
  [paths.track, paths['annual-survey'], paths.exit].flatMap(({ cy, en }) => [cy, en]),
)
