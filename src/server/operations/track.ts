import type { Language } from '#domain/language/language.ts'
import { foldReferral, type Progress } from '#domain/referral/progress.ts'
import { parseTypedCode } from '#domain/tracking-code/tracking-code.ts'
import type { App } from '#server/app.ts'
import { type Received, receiveForm } from '#server/operations/receive-form.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { findStory } from '#server/operations/stories.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { findCode } from '#server/store/code.store.ts'

/** What a young person may see with their code: only what the server may know. */
export type Tracked = { readonly id: string; readonly reference: string; readonly progress: Progress }

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
  return story && { id: story.id, reference: story.reference, progress: foldReferral(story, rulesOf(app)) }
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
    readonly form: 'child-message' | 'child-ask'
    readonly language: Language
    readonly answers: unknown
    readonly idempotencyKey: string
  },
): Promise<Received | undefined> {
  const tracked = await track(app, entry.code)
  const form = app.forms.get(entry.form)
  if (!tracked || !form) return undefined
  return receiveForm(app, { ...entry, form, receipt: undefined, trackingCode: false, about: tracked.id })
}
