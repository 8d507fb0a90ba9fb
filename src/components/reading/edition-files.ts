import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#domain/language/language.ts'
import { builtService } from '#i18n/built-service.ts'

/** Where `report --publish` writes for this service. Read when the site is built. */
export const publishedFolder = () => join(process.cwd(), 'content', 'reports', builtService().id)

/** `2026-27-q2.cy.csv`, `2026-27-q2.cy.xlsx`, `2026-27-q2.edition.json`: protected numbers alone. */
const EDITION = /^\d{4}-\d{2}(-q[1-4])?\.((cy|en)\.(csv|xlsx)|edition\.json)$/

/** The files of all public editions in a folder, by name: of this service, where none is named. */
export function editionFiles(folder = publishedFolder()): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => EDITION.test(file))
        .sort()
    : []
}

/** A file of a period's public edition for a reader of this language. */
export type EditionFile = { readonly format: 'csv' | 'xlsx' | 'json'; readonly address: string }

/** The files of one period, in the order in which people look for them. */
export function editionFilesOf(period: string, language: Language, files = editionFiles()): readonly EditionFile[] {
  const wanted = {
    csv: `${period}.${language}.csv`,
    xlsx: `${period}.${language}.xlsx`,
    json: `${period}.edition.json`,
  }
  return (['xlsx', 'csv', 'json'] as const)
    .filter((format) => files.includes(wanted[format]))
    .map((format) => ({ format, address: `/published/${wanted[format]}` }))
}
