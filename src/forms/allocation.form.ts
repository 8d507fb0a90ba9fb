import { defineForm } from '#forms/define-form.ts'

/**
 * The case is given to an advocate. The first name and the way to reach them are kept in clear, because the
 * young person's tracking page may show them: nothing else about the advocate may.
 *
 * @source LW-12.1, LW-8.7, LW-8.8, M11, M72; DESIGN 5 "Tracking"
 */
export const allocation = defineForm({
  id: 'allocation',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'advocate',
      questions: [
        // A member who signs in here: from now on the case is on their desk, and on no other advocate's.
        { id: 'advocate', kind: 'list', keep: ['counted'], choices: [{ id: 'not-here' }] },
        { id: 'advocateFirstName', kind: 'short-text', maxCharacters: 60, keep: ['published'], required: true },
        { id: 'advocateReach', kind: 'short-text', maxCharacters: 120, keep: ['published'] },
      ],
    },
    {
      id: 'when',
      questions: [{ id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] }],
    },
    {
      id: 'match',
      questions: [
        {
          id: 'why',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'first' }, { id: 'child-asked' }, { id: 'advocate-left' }, { id: 'other' }],
        },
        {
          id: 'matched',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'yes' }, { id: 'partly' }, { id: 'not-possible' }, { id: 'not-asked' }],
        },
      ],
    },
  ],
})
