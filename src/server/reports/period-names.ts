import type { Language } from '#domain/language/language.ts'
import { parsePeriod, quarterBefore, quarterOf } from '#domain/participation/period.ts'
import type { Instant } from '#domain/time/instant.ts'
import { putIn } from '#i18n/put-in.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidReport } from '#server/reports/say-report.ts'
import type { Reader } from '#server/store/database.ts'

/** A period as people say it: "October to December 2026". An unknown one is said by its id. */
export function periodName(id: string, language: Language): string {
  const names: Readonly<Record<string, string>> = reportWords(language).periods
  const period = parsePeriod(id)
  if (!period) return id
  const [from, year] = [period.from.slice(0, 4), period.until.slice(0, 4)]
  return putIn(names[id.split('-')[2] ?? 'year'] ?? id, { from, until: year, year })
}

/** The name of the column beside the period's. */
export function besideName({ beside, language }: Pick<SaidReport, 'beside' | 'language'>): string {
  return reportWords(language).beside[beside.is]
}

/** Every quarter and year since the first record, newest first; at least the present ones. */
export async function listPeriods(db: Reader, now: Instant): Promise<readonly string[]> {
  const { first } = await db
    .selectFrom('record')
    .select((eb) => eb.fn.min('received_at').as('first'))
    .executeTakeFirstOrThrow()
  const quarters = quartersBackFrom(quarterOf(now), quarterOf(first ?? now))
  return quarters.flatMap((quarter, index) => {
    const year = quarter.slice(0, 7)
    return quarters[index - 1]?.startsWith(year) ? [quarter] : [year, quarter]
  })
}

function quartersBackFrom(last: string, first: string): readonly string[] {
  const quarters: string[] = []
  for (let quarter = last; quarter >= first; quarter = quarterBefore(quarter)) quarters.push(quarter)
  return quarters
}
