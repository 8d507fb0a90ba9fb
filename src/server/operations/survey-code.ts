import type { Transaction } from 'kysely'
import { quarterOf } from '#domain/participation/period.ts'
import { type PictureWord, parseTypedCode, wordsFromBytes } from '#domain/tracking-code/tracking-code.ts'
import type { CountedAnswer } from '#forms/split-answers.ts'
import type { App } from '#server/app.ts'
import { findStory } from '#server/operations/stories.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { findCode, insertCode } from '#server/store/code.store.ts'
import { findRecord } from '#server/store/record.store.ts'
import type { Tables } from '#server/store/tables.ts'

/** The picture-words of the survey code that belongs to a closing: the same whenever it is asked for. */
export function surveyCodeOf(app: Pick<App, 'macs' | 'pictureWords'>, closingKey: string): readonly PictureWord[] {
  return wordsFromBytes(app.macs.bytes('survey-code', closingKey), app.pictureWords)
}

/** Stores the MAC of a closing's survey code, in the transaction of the closing itself. */
export async function issueSurveyCode(
  trx: Transaction<Tables>,
  app: App,
  { words, closing }: { readonly words: readonly PictureWord[]; readonly closing: string },
): Promise<void> {
  const mac = trackingCodeMac(app, words)
  await insertCode(trx, { mac, kind: 'survey', record: closing, body_mac: null, expires_at: null })
}

/** What a survey code, as typed, opens. @returns undefined when it is unknown or was used. */
export async function findSurveyCode(
  app: App,
  typed: string,
): Promise<{ readonly mac: string; readonly closing: string } | undefined> {
  const words = parseTypedCode(typed, app.pictureWords)
  const code = words && (await findCode(app.db, trackingCodeMac(app, words)))
  return code?.kind === 'survey' ? { mac: code.mac, closing: code.record } : undefined
}

/**
 * The facts of a closed case that a survey's answers are counted by: never its id, nor a day.
 *
 * @source DESIGN 5 "survey code"; H12
 */
export async function closingFacts(app: App, closing: string): Promise<readonly CountedAnswer[]> {
  const record = await findRecord(app.db, closing)
  const story = record?.about ? await findStory(app.db, record.about) : undefined
  if (!record || !story) return []
  const later = (question: string) =>
    story.records.map(({ counted }) => counted[question]?.[0]).findLast((value) => value !== undefined)
  const facts = {
    'case.authority': later('authority') ?? story.authority,
    'case.group': later('group') ?? story.counted.group?.[0],
    'case.ageBand': story.counted.age?.[0],
    'case.language': story.language,
    'case.quarter': quarterOf(record.occurred_at),
  }
  return Object.entries(facts).flatMap(([question, value]) => (value === undefined ? [] : [{ question, value }]))
}

/** Uses a survey code up, in the transaction that stores its answers. @returns false when somebody was first. */
export async function useSurveyCode(trx: Transaction<Tables>, mac: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('code')
    .where('mac', '=', mac)
    .where('kind', '=', 'survey')
    .executeTakeFirst()
  return numDeletedRows === 1n
}
