import { type CollectionEntry, getCollection } from 'astro:content'
import { parsePeriod } from '#domain/participation/period.ts'
import { type ToldUs, toldUsSchema } from '#domain/participation/told-us.ts'
import { refuseExample } from '#domain/service/refuse-example.ts'
import { builtService } from '#i18n/built-service.ts'

/** One thing that young people said, and what came of it. */
export type Change = CollectionEntry<'changes'>['data']

const reports: Record<string, unknown> = import.meta.glob('/content/reports/*/*.public.json', {
  import: 'default',
  eager: true,
})

/**
 * What came of what young people said to this service, the newest answer first.
 *
 * @throws when one of them is an example and the service is live (H11).
 */
export async function listChanges(): Promise<readonly Change[]> {
  const service = builtService()
  const entries = await getCollection('changes', ({ id }) => id.startsWith(`${service.id}/`))
  return entries
    .map(({ id, data }) => refuseExample(service, id, data))
    .toSorted((a, b) => b.answeredIn.localeCompare(a.answeredIn) || b.saidIn.localeCompare(a.saidIn))
}

/**
 * What young people are told of each period of this service, the newest first.
 *
 * @throws when a file is not as the schema wants it, or holds an example and the service is live (H11).
 */
export function listToldUs(): readonly ToldUs[] {
  return Object.entries(reports)
    .filter(([file]) => file.startsWith(`/content/reports/${builtService().id}/`))
    .map(([file, report]) => refuseExample(builtService(), file, toldUsSchema.parse(report)))
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)) || b.period.localeCompare(a.period))
}

function lastDay({ period }: ToldUs): string {
  return parsePeriod(period)?.until ?? ''
}
