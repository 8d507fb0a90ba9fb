import { defineForm } from '#forms/define-form.ts'

/**
 * A sentence for the young person's tracking page, chosen from a fixed list: the server may know it, since it
 * says nothing of anybody. The choices' words are for staff; what the young person reads is under `says` in
 * the same locale file.
 *
 * @source DESIGN 5 "Tracking shows only what the server may know"; H6
 */
export const messageToChild = defineForm({
  id: 'message-to-child',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'message',
      questions: [
        {
          id: 'message',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'message-read' },
            { id: 'contact-this-week' },
            { id: 'tried-to-reach' },
            { id: 'details-do-not-work' },
            { id: 'please-ring' },
            { id: 'still-waiting' },
            { id: 'late' },
            { id: 'advocate-found' },
            { id: 'getting-ready' },
            { id: 'said-what-you-asked' },
            { id: 'answer-came' },
            { id: 'about-your-change' },
            { id: 'ending-soon' },
            { id: 'ended' },
          ],
        },
      ],
    },
  ],
})
