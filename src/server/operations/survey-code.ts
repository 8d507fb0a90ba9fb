import type { Transaction } from 'kysely'
import { quarterOf } from '#domain/participation/period.ts'
import type { ReferralRecord } from '#domain/referral/referral.ts'
import { type PictureWord, parseTypedCode, wordsFromBytes } from '#domain/tracking-code/tracking-code.ts'
import type { CountedAnswer } from '#forms/split-answers.ts'
import type { App } from '#server/app.ts'
import { findStory } from '#server/operations/stories.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { findCode, insertCode } from '#server/store/code.store.ts'
import { findRecord } from '#server/store/record.store.ts'
import type { Tables } from '#server/store/tables.ts'

/** The picture-words of the survey code that belongs to a closing record: the same whenever it is asked for. */
export function surveyCodeOf(app: Pick<App, 'macs' | 'pictureWords'>, closing: string): readonly PictureWord[] {
  return wordsFromBytes(app.macs.bytes('survey-code', closing), app.pictureWords)
}

/** Stores the MAC of a closing's survey code, in the transaction of the closing itself. */
export async function issueSurveyCode(trx: Transaction<Tables>, app: App, closing: string): Promise<void> {
  const mac = trackingCodeMac(app, surveyCodeOf(app, closing))
  await insertCode(trx, { mac, kind: 'survey', record: closing, body_mac: null, expires_at: null })
}

/** Tells whether a closing of this case has given a survey code, used or not. */
export async function hasIssuedSurveyCode(app: App, story: string): Promise<boolean> {
  const found = await findStory(app.db, story)
  return found?.records.some(givesSurveyCode) ?? false
}

/**
 * The survey code of a case, to be handed over: the same words until it is used.
 *
 * @returns undefined when it was used, or none was given.
 */
export async function unusedSurveyCode(app: App, story: string): Promise<readonly PictureWord[] | undefined> {
  const found = await findStory(app.db, story)
  const closing = found?.records.find(givesSurveyCode)
  const words = closing && surveyCodeOf(app, closing.id)
  return words && (await findCode(app.db, trackingCodeMac(app, words))) ? words : undefined
}

function givesSurveyCode({ form, counted }: ReferralRecord): boolean {
  return form === 'closure' && (counted.issueSurveyCode?.includes('yes') ?? false)
}

/**
 * What a survey code, as typed, opens. A wrong, an unknown, a used and an erased code look alike and cost alike: one
 * MAC, one look-up by index.
 *
 * @returns undefined when it opens nothing.
 */
export async function findSurveyCode(
  app: App,
  typed: string,
): Promise<{ readonly mac: string; readonly closing: string } | undefined> {
  const words = parseTypedCode(typed, app.pictureWords)
  const mac = words ? trackingCodeMac(app, words) : app.macs.of('code', 'not a code')
  const code = await findCode(app.db, mac)
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
