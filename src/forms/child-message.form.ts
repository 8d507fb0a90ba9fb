import { defineForm } from '#forms/define-form.ts'

/** A young person with a tracking code writes to the team. */
export const childMessage = defineForm({
  id: 'child-message',
  version: 1,
  access: 'tracking',
  about: 'referral',
  audience: 'team',
  // The referral it is about came with the receipt.
  confidentialityFirst: false,
  tracked: false,
  notice: 'new-message',
  pages: [
    {
      id: 'message',
      questions: [{ id: 'message', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'], required: true }],
    },
  ],
})
