import type { Audience } from '#domain/audience.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { PictureWord } from '#domain/tracking-code/tracking-code.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { Config } from '#server/config.ts'
import type { SendLimit } from '#server/http/send-limit.ts'
import type { Log } from '#server/log.ts'
import type { ReportDesk } from '#server/reports/report-desk.ts'
import type { Macs } from '#server/sealing/macs.ts'
import type { Envelope } from '#server/sealing/seal.ts'
import type { StaffSignIn } from '#server/sign-in/staff-sign-in.ts'
import type { Database, DatabaseType } from '#server/store/database.ts'

/** The parts of a running server, wired once at start and handed to every operation. */
export type App = {
  readonly config: Config
  readonly service: Service
  /** Every form of this service by id, its service lists filled in. */
  readonly forms: ReadonlyMap<string, ResolvedForm>
  readonly pictureWords: readonly PictureWord[]
  readonly db: Database
  readonly databaseType: DatabaseType
  readonly log: Log
  /** The present moment. A test gives its own clock. */
  readonly now: () => Instant
  /** Chance: that many random bytes. A test may seed it. */
  readonly randomBytes: (count: number) => Uint8Array
  /** Keyed hashes under APP_SECRET. */
  readonly macs: Macs
  /**
   * Seals text to an audience's current and recovery keys.
   *
   * @throws NotReadyError when the audience has no key yet.
   */
  readonly seal: (audience: Audience, plaintext: string) => Promise<Envelope>
  readonly sendLimit: SendLimit
  /** Tries at a tracking code per network: slows guessing, never locks a child out for long. */
  readonly guessLimit: SendLimit
  readonly signIn: StaffSignIn
  /** Whoever counts reports, so that no child waits for one. */
  readonly reports: ReportDesk
  /** Wakes the outbox, so that a notice does not wait for the next round. */
  readonly wakeOutbox: () => void
}
