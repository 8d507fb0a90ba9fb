import { defineForm } from '#forms/define-form.ts'

/**
 * A person has asked the young person, in the way they chose, whether they want us to stop. Only this ends the
 * clock: somebody else may have sent the request.
 *
 * @source DESIGN 5 "Withdrawing is a request"; ANCHORS 4.2
 */
export const withdrawalAnswer = defineForm({
  id: 'withdrawal-answer',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'asked',
      questions: [
        {
          id: 'decision',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'stop', symbol: 'stop' },
            { id: 'go-on', symbol: 'yes' },
          ],
        },
        {
          // How they were asked: nobody confirms it without having reached them.
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
