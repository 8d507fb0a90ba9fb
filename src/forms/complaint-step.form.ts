import { agencies } from '#forms/agencies.ts'
import { defineForm } from '#forms/define-form.ts'

/**
 * A step in a young person's complaint about an agency, never about us: talked about first, then the stages of
 * the agency's own procedure. It can be settled by talking at every stage, and that is a step of its own.
 *
 * @source LW-7.10 to LW-7.13, LW-A1.35, LW-A1.36, H8, Q25; M28, M29, M71
 */
export const complaintStep = defineForm({
  id: 'complaint-step',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'step',
      questions: [
        {
          id: 'step',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'informal', symbol: 'talk-together' },
            { id: 'stage-1', symbol: 'complaint' },
            { id: 'stage-2', symbol: 'complaint' },
            { id: 'stage-3', symbol: 'complaint' },
            { id: 'resolved-by-talking', symbol: 'yes' },
            { id: 'stopped', symbol: 'stop' },
            { id: 'answered', symbol: 'letter' },
          ],
        },
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
        { id: 'complaintAbout', kind: 'choices', keep: ['counted'], choices: agencies },
      ],
    },
    {
      id: 'words',
      questions: [{ id: 'note', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] }],
    },
  ],
})
