import type { Counted } from '#domain/referral/inbox-view.ts'
import type { Answer, Answers, ResolvedForm } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { openEnvelope } from '../keys/age-keys.ts'

/**
 * What was sealed and is open now; `closed` when it was sealed for a key the reader does not hold, `damaged` when its
 * bytes are not those that were sealed.
 */
export type Opened =
  | { readonly kind: 'none' | 'closed' | 'damaged' }
  | { readonly kind: 'open'; readonly answers: Answers }

/**
 * Opens a record's envelopes, base64, with the private keys of the reader's audiences. What comes out stays in
 * this page.
 */
export async function openRecord(
  envelopes: readonly string[] | undefined,
  identities: readonly string[],
): Promise<Opened> {
  if (!envelopes || envelopes.length === 0) return { kind: 'none' }
  const opened = await Promise.all(envelopes.map((envelope) => openOne(envelope, identities)))
  if (opened.includes('damaged')) return { kind: 'damaged' }
  const readable = opened.filter((answers) => answers !== undefined && answers !== 'damaged')
  return readable.length > 0 ? { kind: 'open', answers: Object.assign({}, ...readable) } : { kind: 'closed' }
}

async function openOne(envelope: string, identities: readonly string[]): Promise<Answers | 'damaged' | undefined> {
  const bytes = Uint8Array.from(atob(envelope), (character) => character.charCodeAt(0))
  try {
    const text = await openEnvelope(identities, bytes)
    return text === undefined ? undefined : (JSON.parse(text) as { answers: Answers }).answers
  } catch (error) {
    // Whatever the library found wrong with it: these are not the bytes that were sealed.
    if (error instanceof Error) return 'damaged'
    throw error
  }
}

/** Everything known of a record: what was opened, and what was counted in clear beside it. */
export function answersOf(form: ResolvedForm, counted: Counted, opened: Opened): Answers {
  const kinds = new Map(questionsOf(form).map(({ id, kind }) => [id, kind]))
  const all: Record<string, Answer> = {}
  for (const [id, values] of Object.entries(counted)) {
    // A name with a dot is a fact of the record, not a question.
    if (id.includes('.')) continue
    const kind = kinds.get(id)
    // What an earlier version asked has no kind now: whatever was picked is shown.
    all[id] = !kind || kind === 'choices' || kind === 'ranked' ? values : (values[0] ?? '')
  }
  // The opened answer is the whole one: an age, say, where only its band is counted.
  return opened.kind === 'open' ? { ...all, ...opened.answers } : all
}
