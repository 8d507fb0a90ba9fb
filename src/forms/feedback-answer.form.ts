import { defineForm } from '#forms/define-form.ts'

/**
 * What became of a complaint, a concern, a compliment or an idea, and when the sender was told. Who answers
 * says whose key seals it, so that a complaint about the lead stays with the deputy.
 *
 * @source NS-2d, NS-2e, LW-14.3, M57, M58, M59
 */
export const feedbackAnswer = defineForm({
  id: 'feedback-answer',
  version: 1,
  access: 'staff',
  about: 'feedback',
  audience: 'complaints-lead',
  confidentialityFirst: false,
  tracked: false,
  audienceWhen: [
    { audience: 'complaints-deputy', when: { question: 'answeredAs', is: 'complaints-deputy' } },
    { audience: 'team', when: { question: 'answeredAs', is: 'team' } },
  ],
  pages: [
    {
      id: 'outcome',
      questions: [
        {
          id: 'answeredAs',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'complaints-lead' }, { id: 'complaints-deputy' }, { id: 'team' }],
        },
        {
          id: 'outcome',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'upheld' },
            { id: 'partly-upheld' },
            { id: 'not-upheld' },
            { id: 'put-right-informally' },
            { id: 'withdrawn' },
            { id: 'passed-to-others' },
            { id: 'thanked' },
            { id: 'idea-taken-up' },
            { id: 'idea-not-taken-up' },
          ],
        },
        { id: 'whatWeDid', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'] },
      ],
    },
    {
      id: 'answered',
      questions: [
        { id: 'answeredOn', kind: 'date', when: 'past', keep: ['counted'] },
        { id: 'answerWanted', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      id: 'other-help',
      questions: [
        { id: 'otherHelpOffered', kind: 'yes-no', keep: ['counted'] },
        { id: 'putInTouchWith', kind: 'choices', keep: ['counted'], choices: { from: 'bodies' } },
      ],
    },
  ],
})
