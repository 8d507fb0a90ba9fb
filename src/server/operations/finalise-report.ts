import { parsePeriod } from '#domain/participation/period.ts'
import { missingSections, type Section } from '#domain/participation/sections.ts'
import type { App } from '#server/app.ts'
import { type Finalised, keepFinalised } from '#server/reports/finalised.ts'
import { readWritten } from '#server/reports/written.ts'

/** What becomes of a wish to finalise. */
export type Finalising =
  | { readonly kind: 'finalised'; readonly finalised: Finalised }
  | { readonly kind: 'unknown' | 'not-over' | 'done-before' }
  | { readonly kind: 'missing'; readonly sections: readonly Section[] }

/**
 * Keeps the report of a period as it is now, complaints counted, with its targets: the report that is sent. It needs
 * its period to be over and every section to have words. It happens once; what is corrected later shows as revised.
 *
 * @source LW-16.3, LW-17.2, DESIGN 9 "Finalising"
 */
export async function finaliseReport(app: App, periodId: string, by: string): Promise<Finalising> {
  const period = parsePeriod(periodId)
  if (!period || period.start > app.now()) return { kind: 'unknown' }
  if (period.end > app.now()) return { kind: 'not-over' }
  const missing = missingSections(await readWritten(app.db, period))
  if (missing.length > 0) return { kind: 'missing', sections: missing }
  const report = await app.reports.build(periodId, { level: 'authority', isFinal: true })
  if (!report) return { kind: 'unknown' }
  const finalised = { finalisedAt: app.now(), by, report }
  return (await keepFinalised(app.db, finalised)) ? { kind: 'finalised', finalised } : { kind: 'done-before' }
}
