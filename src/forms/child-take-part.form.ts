import { waysToContribute } from '#forms/contact-methods.ts'
import { defineForm } from '#forms/define-form.ts'

/** A young person with a tracking code says how they want to have their say. @source NS-4g */
export const childTakePart = defineForm({
  id: 'child-take-part',
  version: 1,
  access: 'tracking',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  notice: 'new-message',
  pages: [
    {
      id: 'take-part',
      questions: [
        { id: 'howToContribute', kind: 'choice', keep: ['counted'], required: true, choices: waysToContribute },
      ],
    },
  ],
})
