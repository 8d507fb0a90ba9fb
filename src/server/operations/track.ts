import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { type ChildView, childView } from '#domain/referral/child-view.ts'
import { foldStory, type Standing } from '#domain/referral/standing.ts'
import { parseTypedCode } from '#domain/tracking-code/tracking-code.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { type Received, receiveForm } from '#server/operations/receive-form.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { findStory } from '#server/operations/stories.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { listOpenings } from '#server/store/access-log.store.ts'
import { findCode } from '#server/store/code.store.ts'

/** What a young person may see with their code: only what the server may know. */
export type Tracked = {
  readonly id: string
  readonly reference: string
  /** Who has it before them: what is promised is theirs to keep. */
  readonly desk: Audience
  readonly progress: Standing
  readonly view: ChildView
}

/**
 * Finds a referral by its picture-word code, typed in either language.
 *
 * A wrong, an unknown and an erased code look alike and cost alike: one MAC, one look-up by index.
 */
export async function track(app: App, typedCode: string): Promise<Tracked | undefined> {
  const words = parseTypedCode(typedCode, app.pictureWords)
  const mac = words ? trackingCodeMac(app, words) : app.macs.of('code', 'not a code')
  const code = await findCode(app.db, mac)
  const story = await findStory(app.db, code?.kind === 'tracking' ? code.record : '')
  if (!story) return undefined
  const view = childView(story, await listOpenings(app.db, story.id))
  return {
    id: story.id,
    reference: story.reference,
    desk: story.audience ?? 'team',
    progress: foldStory(story, rulesOf(app)),
    view,
  }
}

/**
 * A message or a request from the young person, about the referral of their code.
 *
 * @returns undefined when the code opens nothing.
 */
export async function addToTracked(
  app: App,
  entry: {
    readonly code: string
    readonly form: ResolvedForm
    readonly language: Language
    readonly answers: unknown
    readonly idempotencyKey: string
  },
): Promise<Received | undefined> {
  const tracked = await track(app, entry.code)
  if (!tracked) return undefined
  return receiveForm(app, { ...entry, receipt: undefined, trackingCode: false, about: tracked.id })
}
