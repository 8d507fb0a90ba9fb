import { defineForm } from '#forms/define-form.ts'

const accepted = { question: 'decision', is: 'accepted' } as const
const notAccepted = { question: 'decision', is: 'not-accepted' } as const

/**
 * A coordinator decides whether the service takes a referral on. Acceptance starts the 72-hour clock.
 *
 * @source H3, H9, LW-7.8, LW-7.9, LW-8.4
 */
export const screening = defineForm({
  id: 'screening',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'decision',
      questions: [
        {
          id: 'decision',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'accepted', symbol: 'yes' },
            { id: 'not-accepted', symbol: 'no' },
          ],
        },
        {
          id: 'priority',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: accepted,
          choices: [{ id: 'crisis' }, { id: 'soon' }, { id: 'usual' }],
        },
        { id: 'priorityReason', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: accepted },
        {
          // Never a dead end: a reason and another route go with it. @source H9
          id: 'notAcceptedReason',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: notAccepted,
          choices: [
            { id: 'outside-groups' },
            { id: 'own-advocacy-provision' },
            { id: 'role-of-worker' },
            { id: 'no-longer-wanted' },
            { id: 'other' },
          ],
        },
        {
          id: 'routeGiven',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: notAccepted,
          choices: { from: 'notAcceptedRoutes' },
        },
      ],
    },
    {
      // What the young person did not say and the report needs, once somebody knows.
      id: 'case',
      questions: [
        { id: 'authority', kind: 'area', keep: ['counted'], choices: { from: 'authorities' } },
        { id: 'group', kind: 'list', keep: ['counted'], choices: { from: 'groups' } },
        { id: 'legalStatus', kind: 'list', keep: ['counted'], choices: { from: 'legalStatuses' } },
      ],
    },
    {
      // Whoever left the reason out is not asked again by a form: a person codes it. @source LW-8.3, LW-17.5, M27
      id: 'reason',
      questions: [
        { id: 'reason', kind: 'list', keep: ['counted'], choices: { from: 'reasons' } },
        { id: 'secondReason', kind: 'list', keep: ['counted'], choices: { from: 'reasons' } },
      ],
    },
  ],
})
