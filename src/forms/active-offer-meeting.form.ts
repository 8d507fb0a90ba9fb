import { offerRoutes } from '#forms/active-offer-choices.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'

const held: Condition = { question: 'result', is: 'held' }
const declined: Condition = { question: 'result', is: 'declined' }
const otherKind: Condition = { question: 'outcome', is: 'other-kind' }

/**
 * The meeting at which an advocate is offered, or that the child declined it. Declined, opted out and not now
 * are three answers at three moments. A yes is recorded as a self-referral whose source is the active offer.
 *
 * @source AO-3 to AO-6, AO-13, AO-19 to AO-27, Q10, Q11, M16, M17, M18, M20
 */
export const activeOfferMeeting = defineForm({
  id: 'active-offer-meeting',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  refusals: [
    {
      // On these routes the offer is the advocate's to make. @source AO-13
      question: 'metBy',
      rule: 'advocateMustMeet',
      when: {
        all: [
          { question: 'offerRoute', is: ['looked-after', 'child-protection'] },
          { question: 'metBy', is: ['social-worker', 'other'] },
        ],
      },
    },
  ],
  pages: [
    {
      id: 'result',
      questions: [
        {
          id: 'result',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'held', symbol: 'yes' },
            { id: 'declined', symbol: 'no' },
          ],
        },
        { id: 'offerRoute', kind: 'choice', keep: ['counted'], required: true, choices: offerRoutes },
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'met-by',
      questions: [
        {
          id: 'metBy',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: held,
          choices: [
            { id: 'advocate', symbol: 'advocate' },
            { id: 'social-worker', symbol: 'social-worker' },
            { id: 'other', symbol: 'talk-together' },
          ],
        },
        {
          id: 'declinedReason',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: declined,
          choices: [
            { id: 'other-help' },
            { id: 'no-need' },
            { id: 'not-a-good-time' },
            { id: 'could-not-be-reached' },
            { id: 'other' },
            { id: 'reason-not-given' },
          ],
        },
        { id: 'declinedWords', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: declined },
      ],
    },
    {
      // @source AO-3, AO-4, AO-5
      id: 'explained',
      questions: [
        {
          id: 'explainedRole',
          kind: 'choices',
          keep: ['counted'],
          shownWhen: held,
          choices: [
            { id: 'role' },
            { id: 'can-and-cannot' },
            { id: 'led-by-views' },
            { id: 'independent' },
            { id: 'only-for-child' },
          ],
        },
        {
          id: 'explainedRights',
          kind: 'choices',
          keep: ['counted'],
          shownWhen: held,
          choices: [{ id: 'confidentiality' }, { id: 'safeguarding' }, { id: 'help-to-speak' }, { id: 'complain' }],
        },
        {
          id: 'explainedOtherHelp',
          kind: 'choices',
          keep: ['counted'],
          shownWhen: held,
          choices: [{ id: 'formal' }, { id: 'informal' }, { id: 'peer' }],
        },
      ],
    },
    {
      id: 'outcome',
      questions: [
        {
          id: 'outcome',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: held,
          choices: [
            { id: 'wants-advocate', symbol: 'yes' },
            { id: 'thinking', symbol: 'thinking' },
            { id: 'not-now', symbol: 'wait' },
            { id: 'other-kind', symbol: 'talk-together' },
          ],
        },
        {
          // @source AO-27
          id: 'otherKind',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: otherKind,
          choices: [{ id: 'formal' }, { id: 'informal' }, { id: 'peer' }],
        },
        {
          id: 'otherKindToldBy',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: otherKind,
          choices: [{ id: 'child' }, { id: 'advocate' }, { id: 'together' }, { id: 'not-yet' }],
        },
      ],
    },
    {
      // In every case, before the offer can be closed. @source AO-6, AO-26
      id: 'given',
      questions: [
        { id: 'leafletLeft', kind: 'yes-no', keep: ['counted'], required: true },
        { id: 'widerSupport', kind: 'yes-no', keep: ['counted'], required: true },
      ],
    },
    {
      // Only that a meeting was held or not, never what was said. @source AO-21
      id: 'worker',
      questions: [
        { id: 'workerTold', kind: 'yes-no', keep: ['counted'] },
        {
          id: 'workerToldOn',
          kind: 'date',
          when: 'past',
          keep: ['counted'],
          shownWhen: { question: 'workerTold', is: 'yes' },
        },
      ],
    },
  ],
})
