import { beforeMeeting, offerMakers, offerRoutes, optOutReasons } from '#forms/active-offer-choices.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'

const optedOut: Condition = { question: 'optedOut', is: 'yes' }
const goesOn: Condition = { not: optedOut }

/**
 * Notice that a child is to be offered an advocate, as it came by telephone, letter or e-mail. It starts a
 * record of its own, and has no question about need. A child who opted out is counted, and neither named nor
 * described.
 *
 * @source AO-2, AO-7, AO-9, AO-10, AO-11, AO-15, AO-16, AO-17, M14, M15
 */
export const activeOfferNotice = defineForm({
  id: 'active-offer-notice',
  version: 1,
  access: 'staff',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'notice',
      questions: [
        {
          id: 'who',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'social-worker', symbol: 'social-worker' },
            { id: 'reviewing-officer', symbol: 'meeting' },
            { id: 'personal-adviser', symbol: 'leaving-care' },
            { id: 'other', symbol: 'talk-together' },
          ],
        },
        { id: 'offerRoute', kind: 'choice', keep: ['counted'], required: true, choices: offerRoutes },
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'date',
      questions: [
        { id: 'offerMadeBy', kind: 'choice', keep: ['counted'], choices: offerMakers },
        { id: 'offerDate', kind: 'date', when: 'any', keep: ['counted'], shownWhen: beforeMeeting },
        { id: 'authority', kind: 'area', keep: ['counted'], choices: { from: 'authorities' } },
      ],
    },
    {
      id: 'choice',
      questions: [
        { id: 'optedOut', kind: 'yes-no', keep: ['counted'], required: true },
        {
          id: 'optOutReason',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: optedOut,
          choices: optOutReasons,
        },
        { id: 'optOutWords', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: optedOut },
      ],
    },
    {
      id: 'child',
      questions: [
        { id: 'name', kind: 'short-text', maxCharacters: 120, keep: ['sealed'], required: true, shownWhen: goesOn },
        {
          id: 'howToReach',
          kind: 'long-text',
          maxCharacters: 1000,
          keep: ['sealed'],
          required: true,
          shownWhen: goesOn,
        },
        {
          // Under 6 is for a person to look at, never refused. @source AO-11
          id: 'age',
          kind: 'number',
          smallest: 0,
          largest: 30,
          keep: ['sealed', 'counted'],
          countAs: 'age-band',
          shownWhen: goesOn,
        },
      ],
    },
    {
      id: 'needs',
      questions: [
        {
          id: 'speakLanguage',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'cy', onlyIf: 'speaks-welsh' },
            { id: 'en' },
            { id: 'either', onlyIf: 'speaks-welsh' },
            { id: 'other', symbol: 'interpreter' },
          ],
        },
        { id: 'accessNeeds', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: goesOn },
      ],
    },
  ],
})
