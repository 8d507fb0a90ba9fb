import { defineForm, type Question } from '#forms/define-form.ts'

const line = (id: string): Question => ({ id, kind: 'short-text', maxCharacters: 200, keep: ['sealed'] })

/**
 * What the council's contract asks of each case and no young person is asked in the form. Sealed; only where the
 * contract lets the council see names.
 *
 * @source LW-17.5; DESIGN 4 "date of birth is recorded by staff at screening, sealed, where a contract asks for it"
 */
export const caseFacts = defineForm({
  id: 'case-facts',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'person',
      questions: [{ id: 'birthDate', kind: 'date', when: 'past', keep: ['sealed'] }, line('gender'), line('ethnicity')],
    },
    { id: 'place', questions: [line('location'), line('socialWorker'), line('councilTeam')] },
    { id: 'status', questions: [line('disability'), line('asylumSeeker')] },
    {
      id: 'work',
      questions: [
        { id: 'outcomesSought', kind: 'long-text', maxCharacters: 1000, keep: ['sealed'] },
        { id: 'workSummary', kind: 'long-text', maxCharacters: 1000, keep: ['sealed'] },
        line('timeLeft'),
      ],
    },
  ],
})
