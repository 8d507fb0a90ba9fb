import { randomUUID } from 'node:crypto'
import { toInstant } from '#domain/time/instant.ts'
import { appSecret } from '#server/app-secret.ts'
import { loadPictureWords } from '#server/load-service.ts'
import { surveyCodeOf } from '#server/operations/survey-code.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { makeMacs } from '#server/sealing/macs.ts'
import { insertCode } from '#server/store/code.store.ts'
import { openDatabase } from '#server/store/database.ts'
import { insertRecord } from '#server/store/record.store.ts'
import type { RealServer } from './real-server.ts'

/** A survey code that is good once, as an advocate gives it at the end: beside the server, into its database. */
export async function aSurveyCode({ dataDir }: RealServer): Promise<string> {
  const app = { macs: makeMacs(appSecret({ appSecret: undefined, dataDir })), pictureWords: loadPictureWords() }
  const { db } = openDatabase({ dataDir })
  const closing = randomUUID()
  const words = surveyCodeOf(app, closing)
  const now = toInstant(new Date())
  const record = {
    id: closing,
    form: 'closure',
    version: 1,
    about: null,
    person: null,
    corrects: null,
    service: 'cymru-demo',
    authority: null,
    language: 'cy' as const,
    channel: 'staff' as const,
    reference: null,
    received_at: now,
    occurred_at: now,
    by: null,
    audience: 'team' as const,
  }
  try {
    await db.transaction().execute(async (trx) => {
      await insertRecord(trx, { record, answers: [], envelopes: [] })
      const mac = trackingCodeMac(app, words)
      await insertCode(trx, { mac, kind: 'survey', record: closing, body_mac: null, expires_at: null })
    })
  } finally {
    await db.destroy()
  }
  return words.map(({ cy }) => cy).join(' ')
}
