import type { App } from '#server/app.ts'
import { ConfigError } from '#server/config.ts'
import { findSetting, insertSetting } from '#server/store/setting.store.ts'

const KNOWN = 'secret-mac'

/**
 * Sees to it that a database is served under the secret it was made with: under another one every tracking code,
 * one-time link and second factor would fail, and nobody would know why.
 *
 * @throws ConfigError when it is another one.
 */
export async function knowSecret(app: Pick<App, 'db' | 'macs'>): Promise<void> {
  const mac = app.macs.of('secret', 'known')
  await insertSetting(app.db, KNOWN, mac)
  if ((await findSetting(app.db, KNOWN)) === mac) return
  throw new ConfigError(
    'APP_SECRET (or the file app-secret in DATA_DIR) is not the one that this database was made with. Put the earlier ' +
      'one back: it was to be kept apart from the backups. If it is lost for good, see docs/runbook.md, "The secret is lost".',
  )
}
