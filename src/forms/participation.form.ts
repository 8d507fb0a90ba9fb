import { defineForm } from '#forms/define-form.ts'

/**
 * Young people took part in making the service better: at which stage, in which part, and how many of them. It
 * names nobody.
 *
 * @source NS-5b, LW-11.2, LW-13.2, CM-8a, WG-11; M77
 */
export const participation = defineForm({
  id: 'participation',
  version: 1,
  access: 'staff',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'what',
      questions: [
        { id: 'day', kind: 'date', when: 'past', keep: ['counted'], required: true },
        {
          id: 'stage',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'design' }, { id: 'plan' }, { id: 'deliver' }, { id: 'evaluate' }, { id: 'recruit' }],
        },
        {
          id: 'role',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'board' },
            { id: 'panel' },
            { id: 'forum' },
            { id: 'workshop' },
            { id: 'consultation' },
            { id: 'volunteer' },
            { id: 'work-experience' },
            { id: 'other' },
          ],
        },
      ],
    },
    {
      id: 'who',
      questions: [
        { id: 'youngPeople', kind: 'number', smallest: 1, largest: 500, keep: ['published'], required: true },
        { id: 'authority', kind: 'area', keep: ['counted'], choices: { from: 'authorities' } },
        { id: 'words', kind: 'long-text', maxCharacters: 2000, keep: ['published'] },
      ],
    },
  ],
})
