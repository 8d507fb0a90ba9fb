import { audiencesOfScopes } from '#domain/api-scope.ts'
import type { Counted } from '#domain/referral/inbox-view.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { listAnswers, listEnvelopes, listRecordsAfter } from '#server/store/record.store.ts'
import { groupAnswers } from '#server/store/story.store.ts'
import type { StoredToken } from '#server/store/token.store.ts'

/** A record is handed out this long after it came: one that was received first may be on disk a moment later. */
const SETTLED_HOURS = 10 / 3600
const MOST_AT_ONCE = 200

/** A record for another system: counted answers in clear, all else sealed as it is kept. */
export type RecordForSystem = {
  readonly id: string
  readonly form: string
  readonly version: number
  readonly about: string | undefined
  readonly corrects: string | undefined
  readonly person: string | undefined
  readonly reference: string | undefined
  readonly authority: string | undefined
  readonly audience: string
  readonly language: string
  readonly channel: string
  readonly receivedAt: Instant
  readonly occurredAt: Instant
  readonly answers: Counted
  /** In the age format, base64, each for one audience's keys. */
  readonly envelopes: readonly { readonly audience: string; readonly sealed: string }[]
}

/**
 * The records that came after a place, oldest first; surveys are in none, for nothing may tell who wrote them. An
 * erasure is a record too: whoever has a copy learns that it has to go. Every handing-out is written down.
 *
 * @param after - what the answer before gave as `next`; undefined: from the beginning
 * @returns the records and the place after the last; undefined when `after` is no place.
 * @source DESIGN 5 "GET /api/records?after="
 */
export async function readRecords(
  app: Pick<App, 'db' | 'now' | 'forms'>,
  token: Pick<StoredToken, 'id' | 'scopes'>,
  after: string | undefined,
): Promise<{ readonly records: readonly RecordForSystem[]; readonly next: string | undefined } | undefined> {
  const place = after === undefined ? { receivedAt: '' as Instant, id: '' } : toPlace(after)
  if (!place) return undefined
  const audiences = audiencesOfScopes(token.scopes)
  const surveys = [...app.forms.values()].filter(({ survey }) => survey !== undefined).map(({ id }) => id)
  const rows = await listRecordsAfter(app.db, {
    place,
    before: addHours(app.now(), -SETTLED_HOURS),
    audiences,
    except: surveys,
    limit: MOST_AT_ONCE,
  })
  const ids = rows.map(({ id }) => id)
  const answers = groupAnswers(await listAnswers(app.db, ids))
  const envelopes = Map.groupBy(await listEnvelopes(app.db, ids, audiences), ({ record }) => record)
  const handedOut = ids.filter((id) => envelopes.has(id))
  if (handedOut.length > 0)
    await logAccess(app.db, { at: app.now(), staff: `token:${token.id}`, act: 'read-by-system', records: handedOut })
  const last = rows.at(-1)
  return {
    records: rows.map((row) => ({
      id: row.id,
      form: row.form,
      version: row.version,
      about: row.about ?? undefined,
      corrects: row.corrects ?? undefined,
      person: row.person ?? undefined,
      reference: row.reference ?? undefined,
      authority: row.authority ?? undefined,
      audience: row.audience,
      language: row.language,
      channel: row.channel,
      receivedAt: row.received_at,
      occurredAt: row.occurred_at,
      answers: answers.get(row.id) ?? {},
      envelopes: (envelopes.get(row.id) ?? []).map(({ audience, sealed }) => ({
        audience,
        sealed: Buffer.from(sealed).toString('base64'),
      })),
    })),
    next: last ? fromPlace({ receivedAt: last.received_at, id: last.id }) : after,
  }
}

type Place = { readonly receivedAt: Instant; readonly id: string }

function fromPlace({ receivedAt, id }: Place): string {
  return Buffer.from(`${receivedAt} ${id}`).toString('base64url')
}

function toPlace(text: string): Place | undefined {
  const [receivedAt = '', id] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  return id !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(receivedAt)
    ? { receivedAt: receivedAt as Instant, id }
    : undefined
}
