import { isSurveyOpen } from '#domain/participation/survey-window.ts'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import { allForms } from '#forms/all-forms.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { loadForms, loadService } from '#server/load-service.ts'

/** What the journeys need to know of a form beyond its definition: nothing, where the kinds' own values do. */
export type FormData = {
  /** A valid answer for a question whose kind's own value does not do. */
  readonly values?: Answers
  /**
   * Ways through the form that together show every question: the answers that open one, the rest being
   * filled in. The first is the longest. Absent: one way, with the kinds' own values.
   */
  readonly ways?: readonly Answers[]
  /** Answers, fine alone, that are refused together with "no code". */
  readonly refusedWithoutCode?: { readonly answers: Answers; readonly rule: string }
}

/** One short entry a form. A form without one is walked too. */
const data: Readonly<Record<string, FormData>> = {
  'self-referral': {
    values: { name: 'Siân O’Brien 🦊 ŵŷ', phone: '07700 900456', email: 'sian@llafar.example' },
    ways: [
      { contactMethods: ['text', 'trusted-adult', 'in-person'], meetingSoon: 'court', speakLanguage: 'other' },
      { contactMethods: ['email', 'letter', 'come-back'] },
    ],
    refusedWithoutCode: { answers: { contactMethods: ['come-back'] }, rule: 'nobodyCouldReach' },
  },
  'supported-referral': {
    ways: [
      {
        who: 'social-worker',
        childAgrees: 'says-no',
        contactMethods: ['text', 'trusted-adult', 'in-person'],
        speakLanguage: 'other',
      },
      {
        who: 'reviewing-officer',
        kind: 'active-offer',
        offerRoute: 'looked-after',
        optedOut: 'yes',
      },
      { contactMethods: ['email', 'letter'] },
    ],
  },
  'advocate-change': {
    ways: [
      { contactMethods: ['text', 'trusted-adult', 'in-person'] },
      { contactMethods: ['email', 'letter', 'come-back'] },
    ],
  },
  feedback: {
    ways: [
      { kind: 'complaint', aboutWhat: 'person', contactMethods: ['text', 'trusted-adult', 'in-person'] },
      { kind: 'compliment', contactMethods: ['email', 'letter', 'come-back'] },
    ],
  },
  'annual-survey': { ways: [{ feelsSafe: 'not-sure' }, { feelsSafe: 'a-lot', knowsAChange: 'no' }] },
  'join-in': {
    ways: [{ contactMethods: ['text', 'trusted-adult', 'in-person'] }, { contactMethods: ['email', 'letter'] }],
  },
}

/** The service that the tests are served. */
export const service = loadService('cymru-demo')

/** Every form that anybody may fill in today, as the server knows it, with its entry. The annual survey has its season. */
export const publicForms: readonly { readonly form: ResolvedForm; readonly data: FormData }[] = [
  ...loadForms(service).values(),
]
  .filter(
    (form) =>
      form.access === 'public' && (form.survey !== 'annual' || isSurveyOpen(londonDay(toInstant(new Date())), service)),
  )
  .map((form) => ({ form, data: data[form.id] ?? {} }))

/** The form of this id, which is there. */
export function publicForm(id: string) {
  const found = publicForms.find(({ form }) => form.id === id)
  if (!found) throw new Error(`no public form ${id} among ${allForms.length}`)
  return found
}
