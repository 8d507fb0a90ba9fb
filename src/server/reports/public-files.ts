import type { PublishedReport } from '#domain/participation/publish.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { publicLines } from '#server/reports/report-lines.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { toCsv } from '#server/reports/to-csv.ts'
import { toXlsx } from '#server/reports/to-xlsx.ts'
import { toToldUs } from '#server/reports/told-us.ts'

/**
 * The files that the site hands out of a published period, by name: what young people are told, and the whole edition as
 * a table and a workbook in each language of the service, and for programs.
 *
 * @source DESIGN 5 "the public edition is also written as static files"; NS-1g, IP-22
 */
export async function publicFiles(
  edition: PublishedReport,
  service: Service,
  now: Instant,
): Promise<readonly (readonly [name: string, content: string | Uint8Array])[]> {
  const name = (suffix: string) => `${service.id}/${edition.period.id}.${suffix}`
  const told = toToldUs(edition, now, { example: service.kind === 'demonstration' })
  const tables = await Promise.all(
    service.languages.map(async (language) => {
      const said = sayReport(edition, service, language)
      const lines = publicLines(said)
      return [
        [name(`${language}.csv`), toCsv(lines, language)],
        [name(`${language}.xlsx`), await toXlsx(said, lines)],
      ] as const
    }),
  )
  const json = (data: unknown) => `${JSON.stringify(data, null, 2)}\n`
  return [[name('public.json'), json(told)], [name('edition.json'), `${JSON.stringify(edition)}\n`], ...tables.flat()]
}
