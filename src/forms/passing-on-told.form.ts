import { defineForm } from '#forms/define-form.ts'

/**
 * The young person has now been told of something that was passed on. It settles that one passing-on, which stays
 * open until then.
 *
 * @source CF-4, CF-5; M56
 */
export const passingOnTold = defineForm({
  id: 'passing-on-told',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'told',
      questions: [
        { id: 'toldOn', kind: 'date', when: 'past', keep: ['counted'], required: true },
        // Only when it is safe that somebody beside them reads it there. @source CF-4
        { id: 'showOnTracking', kind: 'yes-no', keep: ['counted'] },
        { id: 'note', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
      ],
    },
  ],
})
