import { type Condition, defineForm } from '#forms/define-form.ts'

const noConsent: Condition = { question: 'consent', is: ['refused', 'not-asked'] }
const isTold: Condition = { question: 'told', is: ['before', 'after'] }
const notYet: Condition = { question: 'told', is: 'not-yet' }

/**
 * Something a young person said was passed on. Without their consent the reason is written down, and they are
 * always told, before or after: "not yet" says why, and by when. The questions follow the order of the duty.
 *
 * @source CF-4, CF-5, CF-6, NS-2c, H2; M56
 */
export const passingOn = defineForm({
  id: 'passing-on',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'before',
      questions: [
        { id: 'remindedOn', kind: 'date', when: 'past', keep: ['counted'] },
        { id: 'explainedOn', kind: 'date', when: 'past', keep: ['counted'] },
        { id: 'askedOn', kind: 'date', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'consent',
      questions: [
        {
          id: 'consent',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'given', symbol: 'yes' }, { id: 'refused', symbol: 'no' }, { id: 'not-asked' }],
        },
        {
          // @source CF-5, CF-6: not saved without it
          id: 'reason',
          kind: 'long-text',
          maxCharacters: 4000,
          keep: ['sealed'],
          required: true,
          shownWhen: noConsent,
        },
      ],
    },
    {
      id: 'what',
      questions: [
        {
          // @source CF-3: there is no other ground than consent and these
          id: 'ground',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: noConsent,
          choices: [{ id: 'harm-to-child' }, { id: 'harm-to-others' }, { id: 'court-order' }],
        },
        {
          id: 'toWhom',
          kind: 'choices',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'social-services' },
            { id: 'police' },
            { id: 'health' },
            { id: 'school' },
            { id: 'court' },
            { id: 'other' },
          ],
        },
        { id: 'what', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'] },
      ],
    },
    {
      id: 'told',
      questions: [
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
        {
          id: 'told',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'before', symbol: 'yes' },
            { id: 'after', symbol: 'yes' },
            { id: 'not-yet', symbol: 'wait' },
          ],
        },
        { id: 'toldOn', kind: 'date', when: 'past', keep: ['counted'], required: true, shownWhen: isTold },
        {
          id: 'whyNotYet',
          kind: 'long-text',
          maxCharacters: 2000,
          keep: ['sealed'],
          required: true,
          shownWhen: notYet,
        },
        { id: 'tellBy', kind: 'date', when: 'future', keep: ['counted'], required: true, shownWhen: notYet },
      ],
    },
    {
      id: 'after',
      questions: [
        // Only when it is safe that somebody beside them reads it there. @source CF-4
        { id: 'showOnTracking', kind: 'yes-no', keep: ['counted'], shownWhen: isTold },
        { id: 'supportContinued', kind: 'yes-no', keep: ['counted'], required: true },
      ],
    },
  ],
})
