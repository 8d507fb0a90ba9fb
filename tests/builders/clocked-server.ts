import type { MailServer } from './mail-server.ts'
import { type RealServer, startServer } from './real-server.ts'
import { clockFrom } from './server-clock.ts'
import { settingsFor } from './stored.ts'
import type { TestDatabase } from './test-database.ts'

/** Where such a server keeps what it keeps, what it writes to, and the moment at which its clock begins. */
export type ClockedParts = { readonly place: TestDatabase; readonly mail: MailServer; readonly moment: string }

/** Starts the real server with a clock of the test's, which runs on, and tells staff of things by this mail server. */
export function startClocked({ place, mail, moment }: ClockedParts): Promise<RealServer> {
  const { settings, nodeFlags } = clockFrom(moment)
  return startServer({
    dataDir: place.dataDir,
    settings: {
      ...settingsFor(place),
      SMTP_URL: mail.url,
      NOTIFY_TO: 'team@eiriolaeth.example',
      ...settings,
    },
    nodeOptions: nodeFlags,
  })
}
