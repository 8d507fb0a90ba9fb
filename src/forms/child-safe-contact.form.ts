import { contactMethodsOrBack } from '#forms/contact-methods.ts'
import { defineForm } from '#forms/define-form.ts'

/**
 * A young person with a tracking code changes how it is safe to reach them. The newest one counts.
 *
 * @source DESIGN 5 "Tracking"; ANCHORS 4.2
 */
export const childSafeContact = defineForm({
  id: 'child-safe-contact',
  version: 1,
  access: 'tracking',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  notice: 'new-message',
  pages: [
    {
      id: 'safe-contact',
      questions: [
        {
          id: 'contactMethods',
          kind: 'ranked',
          ranks: 3,
          keep: ['sealed', 'counted'],
          required: true,
          choices: contactMethodsOrBack,
        },
        { id: 'contactDetails', kind: 'long-text', maxCharacters: 600, keep: ['sealed'] },
        { id: 'neverSay', kind: 'short-text', maxCharacters: 300, keep: ['sealed'] },
      ],
    },
  ],
})
