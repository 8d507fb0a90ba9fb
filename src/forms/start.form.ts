import { defineForm } from '#forms/define-form.ts'

/**
 * Work with a young person begins: confidentiality was explained again in person before it, and they
 * consented to a file. Sending a form was a request, not this consent.
 *
 * @source NS-1e, NS-2a, NS-4c, NS-4f, AO-23, LW-7.18, LW-8.14, LW-9.4, Q31; M54, M55, M67, M68
 */
export const start = defineForm({
  id: 'start',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'agreed',
      questions: [
        { id: 'confidentialityOn', kind: 'date', when: 'past', keep: ['counted'], required: true },
        { id: 'consentOn', kind: 'date', when: 'past', keep: ['counted'], required: true },
        { id: 'planOn', kind: 'date', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'explained',
      questions: [
        {
          id: 'explained',
          kind: 'choices',
          keep: ['counted'],
          choices: [
            { id: 'rights' },
            { id: 'options' },
            { id: 'ways-to-have-say' },
            { id: 'change-advocate' },
            { id: 'complain-about-us' },
            { id: 'see-records' },
            { id: 'help-has-an-end' },
            { id: 'worker-will-be-told' },
          ],
        },
      ],
    },
    {
      id: 'worker',
      questions: [
        {
          id: 'workerTold',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'yes' }, { id: 'not-yet' }, { id: 'no-worker' }],
        },
        {
          id: 'workerToldOn',
          kind: 'date',
          when: 'past',
          keep: ['counted'],
          shownWhen: { question: 'workerTold', is: 'yes' },
        },
        // Child protection only; a parent is never asked. @source LW-7.18, Q7
        { id: 'parentOptedOutOn', kind: 'date', when: 'past', keep: ['counted'] },
      ],
    },
  ],
})
