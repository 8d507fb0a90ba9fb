import { defineForm } from '#forms/define-form.ts'

/**
 * A young person with a tracking code asks for something to happen. Withdrawing is a request: the clock
 * runs on until a person has confirmed it by safe contact.
 *
 * @source DESIGN 5 "Tracking"; IP-P11 (withdraw), NS-4f (change), NS-4j (see)
 */
export const childAsk = defineForm({
  id: 'child-ask',
  version: 1,
  access: 'tracking',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  notice: 'new-message',
  pages: [
    {
      id: 'ask',
      questions: [
        {
          id: 'ask',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'change-advocate', symbol: 'swap-person' },
            { id: 'see-what-you-wrote', symbol: 'search' },
            { id: 'withdraw', symbol: 'stop' },
          ],
        },
      ],
    },
  ],
})
