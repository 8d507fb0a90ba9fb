import { childAsk } from '#forms/child-ask.form.ts'
import { childMessage } from '#forms/child-message.form.ts'
import { contact } from '#forms/contact.form.ts'
import type { FormDefinition } from '#forms/define-form.ts'
import { screening } from '#forms/screening.form.ts'
import { selfReferral } from '#forms/self-referral.form.ts'

/** Every form there is. A form that is not here does not exist. */
export const allForms: readonly FormDefinition[] = [selfReferral, screening, contact, childMessage, childAsk]
