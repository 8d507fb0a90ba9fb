import type { Counted } from '#domain/referral/inbox-view.ts'
import type { Answer, Answers, ResolvedForm } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { openEnvelope } from '../keys/age-keys.ts'

/** What was sealed and is open now; `closed` when it was sealed for a key the reader does not hold. */
export type Opened = { readonly kind: 'none' | 'closed' } | { readonly kind: 'open'; readonly answers: Answers }

/** Opens a record's envelope, base64, with an audience's private keys. What comes out stays in this page. */
export async function openRecord(envelope: string | undefined, identities: readonly string[]): Promise<Opened> {
  if (!envelope) return { kind: 'none' }
  const bytes = Uint8Array.from(atob(envelope), (character) => character.charCodeAt(0))
  const text = await openEnvelope(identities, bytes)
  if (text === undefined) return { kind: 'closed' }
  const { answers } = JSON.parse(text) as { answers: Answers }
  return { kind: 'open', answers }
}

/** Everything known of a record: what was opened, and what was counted in clear beside it. */
export function answersOf(form: ResolvedForm, counted: Counted, opened: Opened): Answers {
  const all: Record<string, Answer> = {}
  for (const { id, kind } of questionsOf(form)) {
    const values = counted[id]
    if (values) all[id] = kind === 'choices' || kind === 'ranked' ? values : (values[0] ?? '')
  }
  // The opened answer is the whole one: an age, say, where only its band is counted.
  return opened.kind === 'open' ? { ...all, ...opened.answers } : all
}
