import type { Report } from '#domain/participation/report.ts'
import type { Reader } from '#server/store/database.ts'
import { findSetting, insertSetting } from '#server/store/setting.store.ts'

/** A report as it was when it was sent, with its targets. @source DESIGN 9 "Finalising"; LW-16.1 */
export type Finalised = { readonly finalisedAt: Report['madeAt']; readonly by: string; readonly report: Report }

const nameOf = (period: string) => `report:${period}`

/** @returns undefined when the report of this period has not been finalised. */
export async function findFinalised(db: Reader, period: string): Promise<Finalised | undefined> {
  const kept = await findSetting(db, nameOf(period))
  return kept === undefined ? undefined : (JSON.parse(kept) as Finalised)
}

/** Keeps a report as it is. @returns false when one was kept already: what was sent is never replaced. */
export async function keepFinalised(db: Reader, finalised: Finalised): Promise<boolean> {
  return insertSetting(db, nameOf(finalised.report.period.id), JSON.stringify(finalised))
}

/** A figure that the records give differently now from how it was sent. */
export type Revised = { readonly measure: string; readonly part: string; readonly row: string; readonly area: string }

/** What later corrections have changed since the report was sent: both are shown, neither is hidden. */
export function revisedSince(sent: Report, now: Report): readonly Revised[] {
  return now.measures.flatMap((measure) =>
    measure.parts.flatMap((part) =>
      part.rows.flatMap((row) => {
        const before = sent.measures
          .find(({ id }) => id === measure.id)
          ?.parts.find(({ id }) => id === part.id)
          ?.rows.find(({ id }) => id === row.id)
        return row.figures
          .filter(({ area, period }) => {
            const then = before?.figures.find((each) => each.area === area)?.period
            return then !== undefined && JSON.stringify(then) !== JSON.stringify(period)
          })
          .map(({ area }) => ({ measure: measure.id, part: part.id, row: row.id, area }))
      }),
    ),
  )
}
