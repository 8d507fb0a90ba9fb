import { type Condition, defineForm } from '#forms/define-form.ts'

const needsReply: Condition = { question: 'reply', is: 'replied' }

/**
 * A message that was left when nobody was there, and when it was answered. It starts a record of its own and
 * names nobody: a request for an advocate is entered as one.
 *
 * @source NS-1d, M12, Q35, X12
 */
export const answerphone = defineForm({
  id: 'answerphone',
  version: 1,
  access: 'staff',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'message',
      questions: [
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'], required: true },
        {
          id: 'subject',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'referral' },
            { id: 'open-case' },
            { id: 'feedback' },
            { id: 'information' },
            { id: 'no-message' },
            { id: 'other' },
          ],
        },
        {
          id: 'spokenLanguage',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'cy', onlyIf: 'speaks-welsh' }, { id: 'en' }, { id: 'other' }],
        },
      ],
    },
    {
      id: 'reply',
      questions: [
        {
          id: 'reply',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'replied', symbol: 'yes' },
            { id: 'could-not', symbol: 'no' },
            { id: 'not-needed' },
            { id: 'waiting', symbol: 'wait' },
          ],
        },
        { id: 'repliedAt', kind: 'moment', when: 'past', keep: ['counted'], required: true, shownWhen: needsReply },
        { id: 'note', kind: 'long-text', maxCharacters: 1000, keep: ['sealed'] },
      ],
    },
  ],
})
