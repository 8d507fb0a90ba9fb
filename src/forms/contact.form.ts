import { defineForm } from '#forms/define-form.ts'

/**
 * A try at reaching the young person. Only two-way contact with them, or with the person they named as
 * safe, stops the clock; anything else is an attempt.
 *
 * @source LW-8.4, Q2
 */
export const contact = defineForm({
  id: 'contact',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'contact',
      questions: [
        {
          id: 'outcome',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'reached', symbol: 'yes' },
            { id: 'reached-named-person', symbol: 'trusted-adult' },
            { id: 'no-answer', symbol: 'no' },
            { id: 'message-left', symbol: 'text-message' },
            { id: 'wrong-details', symbol: 'not-sure' },
          ],
        },
        {
          id: 'method',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'call', symbol: 'phone' },
            { id: 'text', symbol: 'text-message' },
            { id: 'email', symbol: 'email' },
            { id: 'trusted-adult', symbol: 'trusted-adult' },
            { id: 'letter', symbol: 'letter' },
            { id: 'in-person', symbol: 'in-person' },
            { id: 'video-call', symbol: 'video-call' },
          ],
        },
      ],
    },
    {
      id: 'when',
      questions: [
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
        { id: 'note', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
      ],
    },
  ],
})
