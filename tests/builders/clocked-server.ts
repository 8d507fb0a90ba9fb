import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailServer } from './mail-server.ts'
import { type RealServer, startServer } from './real-server.ts'
import { settingsFor } from './stored.ts'
import type { TestDatabase } from './test-database.ts'

/** Where such a server keeps what it keeps, what it writes to, and the moment at which its clock begins. */
export type ClockedParts = { readonly place: TestDatabase; readonly mail: MailServer; readonly moment: string }

/** Starts the real server with a clock of the test's, which runs on, and tells staff of things by this mail server. */
export function startClocked({ place, mail, moment }: ClockedParts): Promise<RealServer> {
  return startServer({
    dataDir: place.dataDir,
    settings: {
      ...settingsFor(place),
      SMTP_URL: mail.url,
      NOTIFY_TO: 'team@eiriolaeth.example',
      TEST_CLOCK: moment,
    },
    nodeOptions: ['--import', './tests/setup/server-clock.ts'],
  })
}

/** Puts its clock to a moment, from which it runs on, through later starts too. */
export function putTo({ dataDir }: TestDatabase, moment: string): void {
  writeFileSync(join(dataDir, 'clock'), String(Date.parse(moment) - Date.now()))
}
