import type { Language } from '#domain/language/language.ts'
import type { Receipt } from '#forms/journey.ts'
import type { App } from '#server/app.ts'
import { type Received, receiveForm } from '#server/operations/receive-form.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'

/** A public form that a member of staff filled in for somebody on the phone, or from paper. */
export type EntryForChild = {
  readonly form: string
  readonly channel: 'phone' | 'paper'
  /** The language of the person it is for: what they are answered in. */
  readonly language: Language
  readonly answers: unknown
  /** What stays private was read to them first, or stood on their paper, and this is what they answered. */
  readonly receipt?: Receipt | undefined
  readonly trackingCode: boolean
  readonly surveyCode?: string | undefined
  readonly idempotencyKey: string
  readonly by: Pick<Staff, 'id' | 'roles'>
}

/** What becomes of it. */
export type ReceivedForChild = Received | { readonly kind: 'unknown' } | { readonly kind: 'not-for-this' }

/**
 * Receives a public form from staff, by the same way as every other. No advocate fills in a survey: its words
 * may be about them.
 *
 * @throws what receiveForm throws.
 * @source DESIGN 4 "Staff can also fill any public form"; H1, H12
 */
export async function receiveForChild(app: App, entry: EntryForChild): Promise<ReceivedForChild> {
  const { by, form: formId, ...arrival } = entry
  const form = app.forms.get(formId)
  if (form?.access !== 'public' || !app.service.languages.includes(entry.language)) return { kind: 'unknown' }
  if (form.survey && by.roles.includes('advocate')) return { kind: 'not-for-this' }
  // On the phone nobody reads a page: there the spoken receipt is the only one.
  if (entry.channel === 'phone' && entry.receipt && entry.receipt.format !== 'read-aloud')
    return { kind: 'confidentiality-first' }
  return receiveForm(app, {
    ...arrival,
    form,
    receipt: form.confidentialityFirst ? entry.receipt : undefined,
    by: by.id,
  })
}
