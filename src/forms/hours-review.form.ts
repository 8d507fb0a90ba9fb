import { type Condition, defineForm } from '#forms/define-form.ts'

const asked: Condition = { question: 'moreHoursAsked', is: 'yes' }
const decided: Condition = { question: 'decision', is: ['approved', 'not-approved'] }
const barrier: Condition = { question: 'barrier', is: 'yes' }

/**
 * A case has reached a threshold of hours: the update, more hours asked for, and the decision. What stands in
 * the way is told to the council at once.
 *
 * @source LW-7.3, LW-7.17, LW-8.9, LW-8.10, Q20; M25, M26
 */
export const hoursReview = defineForm({
  id: 'hours-review',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'threshold',
      questions: [
        {
          id: 'threshold',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'review' }, { id: 'approval' }, { id: 'conferences' }],
        },
        { id: 'updateSentOn', kind: 'date', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'update',
      questions: [
        { id: 'needAndWishes', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
        { id: 'workSoFar', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
        { id: 'plans', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
      ],
    },
    {
      id: 'more-hours',
      questions: [
        { id: 'moreHoursAsked', kind: 'yes-no', keep: ['counted'] },
        { id: 'hoursAsked', kind: 'number', smallest: 1, largest: 100, keep: ['published'], shownWhen: asked },
        {
          id: 'decision',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: asked,
          choices: [{ id: 'waiting' }, { id: 'approved' }, { id: 'not-approved' }],
        },
        { id: 'decidedOn', kind: 'date', when: 'past', keep: ['counted'], shownWhen: { all: [asked, decided] } },
      ],
    },
    {
      id: 'barriers',
      questions: [
        { id: 'barrier', kind: 'yes-no', keep: ['counted'] },
        { id: 'barrierWords', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'], shownWhen: barrier },
        { id: 'barrierToldOn', kind: 'date', when: 'past', keep: ['counted'], shownWhen: barrier },
      ],
    },
  ],
})
