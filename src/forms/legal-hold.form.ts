import { defineForm } from '#forms/define-form.ts'

/**
 * Something has to be kept beyond its time, because of a court or an inquiry, say; or no longer has to. While it is
 * held nothing of it is erased.
 *
 * @source Q29; DESIGN 6 "Erasing"
 */
export const legalHold = defineForm({
  id: 'legal-hold',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'hold',
      questions: [
        {
          id: 'hold',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'placed' }, { id: 'lifted' }],
        },
        { id: 'reason', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'], required: true },
      ],
    },
  ],
})
