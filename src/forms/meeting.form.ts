import { waysToContribute } from '#forms/contact-methods.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'

const isConference: Condition = { question: 'kind', is: 'child-protection-conference' }
const ways = waysToContribute.filter(({ id }) => id !== 'not-sure')

/**
 * A meeting, or a letter to those who decide: with the young person or for them, and how they had their say.
 *
 * @source NS-1c, NS-4g, LW-7.15, LW-8.6, Q24; M31, M32, M33, M69, M73
 */
export const meeting = defineForm({
  id: 'meeting',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'meeting',
      questions: [
        {
          id: 'kind',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'with-advocate', symbol: 'advocate' },
            { id: 'looked-after-review', symbol: 'meeting' },
            { id: 'child-protection-conference', symbol: 'safe' },
            { id: 'pathway-plan', symbol: 'leaving-care' },
            { id: 'complaint', symbol: 'complaint' },
            { id: 'school', symbol: 'school' },
            { id: 'health', symbol: 'health' },
            { id: 'court', symbol: 'court-order' },
            { id: 'letter', symbol: 'letter' },
            { id: 'other', symbol: 'calendar' },
          ],
        },
        {
          id: 'youngPerson',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [{ id: 'there', symbol: 'young-person' }, { id: 'not-there' }],
        },
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
      ],
    },
    {
      id: 'have-say',
      questions: [
        { id: 'howContributed', kind: 'choice', keep: ['counted'], choices: ways },
        { id: 'ownChoice', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      // @source LW-7.15
      id: 'conference',
      questions: [
        { id: 'metBefore', kind: 'yes-no', keep: ['counted'], shownWhen: isConference },
        { id: 'viewsToChair', kind: 'yes-no', keep: ['counted'], shownWhen: isConference },
        { id: 'toldAfter', kind: 'yes-no', keep: ['counted'], shownWhen: isConference },
      ],
    },
    {
      id: 'venue',
      questions: [
        {
          id: 'venue',
          kind: 'choice',
          keep: ['counted'],
          choices: [
            { id: 'where-child-lives', symbol: 'house' },
            { id: 'school', symbol: 'school' },
            { id: 'community', symbol: 'place' },
            { id: 'our-office' },
            { id: 'council-building' },
            { id: 'phone-or-online', symbol: 'video-call' },
          ],
        },
        { id: 'accessible', kind: 'yes-no', keep: ['counted'] },
        { id: 'riskChecked', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      // The next decision moves the case in the lists. @source LW-8.4
      id: 'next',
      questions: [{ id: 'meetingDate', kind: 'date', when: 'future', keep: ['counted'] }],
    },
  ],
})
