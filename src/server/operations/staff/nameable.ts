import type { App } from '#server/app.ts'
import { listHoldersOf, namesOfStaff } from '#server/store/staff.store.ts'

/** Who can be named as an advocate now, and the names of all who ever could: earlier records name them. */
export async function nameableMembers(
  app: Pick<App, 'db'>,
): Promise<{ readonly advocates: readonly string[]; readonly names: ReadonlyMap<string, string> }> {
  return { advocates: await listHoldersOf(app.db, 'advocate'), names: await namesOfStaff(app.db) }
}
