import { contactMethods, contactMethodsOrBack } from '#forms/contact-methods.ts'
import type { Choice, Condition, FormPage, Question, Refusal } from '#forms/define-form.ts'

const weReachThem: Condition = { question: 'contactMethods', is: contactMethods.map(({ id }) => id) }
const byPhone: Condition = { question: 'contactMethods', is: ['text', 'call'] }
const way = (id: string): Condition => ({ question: 'contactMethods', is: id })

type Asked = {
  /** With "I will come back myself", which only a form with a tracking code can offer. */
  readonly comeBack: boolean
  /** Whether the person who fills the form in is the one to be reached: only then may a browser help. */
  readonly own: boolean
  readonly shownWhen?: Condition
}

/**
 * How a young person can be reached safely, on two pages. The names are those of the self-referral, so
 * that one safe-contact plan reads every form.
 *
 * @source REQUIREMENTS 1 "Safe contact"; ANCHORS 4.2
 */
export function contactPages({ comeBack, own, shownWhen }: Asked): readonly FormPage[] {
  return [
    {
      id: 'contact',
      questions: [
        {
          id: 'contactMethods',
          kind: 'ranked',
          ranks: 3,
          keep: ['sealed', 'counted'],
          required: true,
          choices: comeBack ? contactMethodsOrBack : contactMethods,
          ...(shownWhen && { shownWhen }),
        },
      ],
    },
    // At most three of these are shown: one for each way that was ranked.
    { id: 'contact-details', questions: [...detailQuestions(own), ...(comeBack ? [comeBackDay] : [])] },
  ]
}

function detailQuestions(own: boolean): readonly Question[] {
  const [tel, email] = own ? [{ autocomplete: 'tel' }, { autocomplete: 'email' }] : [{}, {}]
  return [
    { id: 'phone', kind: 'phone', keep: ['sealed'], required: true, shownWhen: byPhone, ...tel },
    { id: 'email', kind: 'email', keep: ['sealed'], required: true, shownWhen: way('email'), ...email },
    {
      id: 'trustedAdult',
      kind: 'short-text',
      maxCharacters: 300,
      keep: ['sealed'],
      required: true,
      shownWhen: way('trusted-adult'),
    },
    {
      id: 'letterAddress',
      kind: 'long-text',
      maxCharacters: 400,
      keep: ['sealed'],
      required: true,
      shownWhen: way('letter'),
    },
    {
      id: 'visitPlace',
      kind: 'short-text',
      maxCharacters: 300,
      keep: ['sealed'],
      required: true,
      shownWhen: way('in-person'),
    },
  ]
}

const comeBackDay: Question = {
  id: 'comeBackDay',
  kind: 'date',
  when: 'future',
  keep: ['sealed'],
  shownWhen: way('come-back'),
}

const times: readonly Choice[] = [
  { id: 'morning', symbol: 'morning' },
  { id: 'after-school', symbol: 'after-school' },
  { id: 'evening', symbol: 'evening' },
  { id: 'weekend', symbol: 'weekend' },
]

/** When to reach them and what to be careful of: for those who tell more and want to be reached. */
export const carefulContactPages: readonly FormPage[] = [
  {
    id: 'contact-when',
    part: 'more',
    questions: [
      { id: 'contactTimes', kind: 'choices', keep: ['sealed'], shownWhen: weReachThem, choices: times },
      { id: 'leaveMessage', kind: 'yes-no', keep: ['sealed'], shownWhen: byPhone },
    ],
  },
  {
    id: 'contact-careful',
    part: 'more',
    questions: [
      {
        id: 'ifSomeoneElse',
        kind: 'choice',
        keep: ['sealed'],
        shownWhen: byPhone,
        choices: [
          { id: 'ring-off', symbol: 'stop' },
          { id: 'ask-for-me', symbol: 'speak' },
          { id: 'say-who', symbol: 'advocate' },
        ],
      },
      { id: 'neverUse', kind: 'choices', keep: ['sealed'], shownWhen: weReachThem, choices: contactMethods },
      { id: 'neverSay', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: weReachThem },
    ],
  },
]

/** Nobody could reach this young person, and they could not come back to us. */
export const nobodyCouldReach: Refusal = {
  question: 'contactMethods',
  rule: 'nobodyCouldReach',
  when: {
    all: [way('come-back'), { not: weReachThem }, { question: 'trackingCode', is: 'no' }],
  },
}

/** A way cannot be safe and never to be used: whoever rings would not know which of the two is meant. @source ANCHORS 4.2 */
export const neverASafeWay: Refusal = {
  question: 'neverUse',
  rule: 'alsoSafe',
  when: { any: contactMethods.map(({ id }) => ({ all: [way(id), { question: 'neverUse', is: id }] })) },
}
