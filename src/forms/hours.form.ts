import { defineForm, type Question } from '#forms/define-form.ts'

const MINUTES_IN_A_DAY = 1440

/** Minutes are in clear so that reports can sum them, and exact because 8.0 and 8.25 hours are not the same. */
const minutes = (id: string): Question => ({
  id,
  kind: 'number',
  smallest: 0,
  largest: MINUTES_IN_A_DAY,
  keep: ['published'],
})

/**
 * Time spent on a case on one day: with the young person, on other work for them, and travelling.
 *
 * @source LW-7.2, LW-7.3, LW-10.4, LW-17.5, Q20, Q21; M21, M25, M26
 */
export const hours = defineForm({
  id: 'hours',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'day',
      questions: [
        { id: 'workedOn', kind: 'date', when: 'past', keep: ['counted'], required: true },
        { id: 'spot', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      id: 'minutes',
      questions: [minutes('minutesWithChild'), minutes('minutesOtherWork'), minutes('minutesTravel')],
    },
    {
      id: 'summary',
      questions: [{ id: 'workSummary', kind: 'long-text', maxCharacters: 1000, keep: ['sealed'] }],
    },
  ],
})
