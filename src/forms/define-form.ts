import type { Audience } from '#domain/audience.ts'
import type { NoticeKind } from '#domain/notice.ts'
import type { ServiceCondition } from '#domain/service/conditions.ts'

/**
 * What an answer is for. `counted` is kept in clear and feeds reports, `sealed` is encrypted to its
 * audience, `apart` is tallied with no link to the record, `published` is staff narrative for a report.
 *
 * @source DESIGN 4
 */
export type Keep = 'counted' | 'sealed' | 'apart' | 'published'

/** Lists that a service fills in: their choices and words come from the service file. */
export type ServiceList =
  | 'authorities'
  | 'groups'
  | 'livingPlaces'
  | 'legalStatuses'
  | 'reasons'
  | 'issues'
  | 'sources'
  | 'notAcceptedRoutes'
  | 'participation'
  | 'bodies'

/** Left out for services of which this is not so. */
type OfSomeServices = { readonly onlyIf?: ServiceCondition }

/** One answer a person can pick. Its words are in the locales, or in the service file for a service list. */
export type Choice = { readonly id: string; readonly symbol?: string } & OfSomeServices

/** A condition on other answers, as data, so that browser and server judge it alike. */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** Turns an exact answer into the coarser value that is kept in clear. */
export type CountAs = 'age-band'

type Asked = {
  /** Stable name, camelCase, unique within the form. */
  readonly id: string
  readonly keep: readonly Keep[]
  /** Everything is optional unless it says otherwise. */
  readonly required?: true
  readonly symbol?: string
  readonly shownWhen?: Condition
  /** Lets an answer that is not a choice be counted, coarsely. */
  readonly countAs?: CountAs
  /** Who reads this sealed answer in place of the form's own audience: it goes into an envelope of its own. */
  readonly audience?: Audience
  /** The browser's own hint for filling in, where one is safe to give. */
  readonly autocomplete?: string
}

type WithChoices = { readonly choices: readonly Choice[] | { readonly from: ServiceList } }

/** A question: what is asked, what a valid answer is, and what the answer is for. */
export type Question = Asked &
  (
    | ({ readonly kind: 'choice' | 'faces' | 'area' | 'list' } & WithChoices)
    | ({ readonly kind: 'choices' } & WithChoices)
    | ({ readonly kind: 'ranked'; readonly ranks: number } & WithChoices)
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'short-text' | 'long-text'; readonly maxCharacters: number }
    // Drawn with a finger, a pen or a mouse; always beside a box for words, which does as well. @source CS24
    | { readonly kind: 'drawing'; readonly maxCharacters: number }
    | { readonly kind: 'number'; readonly smallest: number; readonly largest: number }
    | { readonly kind: 'date'; readonly when: 'past' | 'future' | 'any' }
    | { readonly kind: 'moment'; readonly when: 'past' | 'future' }
    | { readonly kind: 'phone' | 'email' }
  )

export type QuestionKind = Question['kind']

/** One to three questions that belong together: one thing on the screen. */
export type FormPage = OfSomeServices & {
  readonly id: string
  readonly symbol?: string
  readonly questions: readonly Question[]
  /** When a page that tells something comes: it hangs on an answer of the page before it, and asks nothing. */
  readonly shownWhen?: Condition
  /**
   * What such a page tells: whom to ring now, and how we can reach them (Q36, AS14); or that the child can ask,
   * with help (LW-8.2, Q8); or what an adult can do when the child says no (Q8).
   */
  readonly tells?: 'help-now' | 'child-can-ask' | 'child-says-no'
  /** `more` pages come only when the person chose to tell more; the form can be sent before them. */
  readonly part?: 'more'
}

/** Who reads instead, when these answers are given. */
export type AudienceRule = OfSomeServices & {
  readonly audience: Audience
  readonly when: Condition
}

/** A combination of answers that is refused, each answer being fine alone. */
export type Refusal = { readonly question: string; readonly rule: string; readonly when: Condition }

/** A form: questions as data. Its words are in `locales/<language>/forms/<id>.json`. */
export type FormDefinition = {
  readonly id: string
  /** Raised when a question changes meaning; stored with every record. */
  readonly version: number
  /** Who may fill it in: anyone, the holder of a tracking code, or staff. */
  readonly access: 'public' | 'tracking' | 'staff'
  /** Who fills it in, where that is not a child: how they are spoken to. Staff forms are for adults anyway. */
  readonly reader?: 'adult'
  /** Whether a record of this form is about an earlier record. */
  readonly about?: 'referral' | 'feedback' | 'advocate-change'
  /** Whose key seals the sealed answers, unless `audienceWhen` says otherwise. */
  readonly audience: Audience
  /** Another audience when certain answers are given; the first that holds counts. */
  readonly audienceWhen?: readonly AudienceRule[]
  /** The confidentiality summary comes first and its receipt travels with the record (H1). */
  readonly confidentialityFirst: boolean
  /** The sender gets a reference, and may have a tracking code. */
  readonly tracked: boolean
  /**
   * A survey. `closure` is opened by a single-use code and keeps the day it came; `annual` is open to
   * all in its window and keeps the month only. Neither keeps a link to anybody.
   *
   * @source H12; DESIGN 5 "Codes"
   */
  readonly survey?: 'closure' | 'annual'
  /** What the audience is told, without a word of what was said. */
  readonly notice?: NoticeKind
  readonly pages: readonly FormPage[]
  readonly refusals?: readonly Refusal[]
}

/** The answer to one question: text (a choice, a date, words), a number, or several choices. */
export type Answer = string | number | readonly string[]

/** Answers by question id. An unanswered question is absent. */
export type Answers = Readonly<Record<string, Answer>>

/** A definition whose service lists are filled in: pure data, the same in browser and server. */
export type ResolvedQuestion = Question & { readonly choices?: readonly Choice[] }
export type ResolvedForm = Omit<FormDefinition, 'pages'> & {
  readonly pages: readonly (Omit<FormPage, 'questions'> & { readonly questions: readonly ResolvedQuestion[] })[]
}

/** Checks the parts of a definition that types cannot, and returns it unchanged. */
export function defineForm(form: FormDefinition): FormDefinition {
  const seen = new Set<string>()
  for (const question of form.pages.flatMap((page) => page.questions)) {
    if (seen.has(question.id)) throw new Error(`form ${form.id} asks ${question.id} twice`)
    seen.add(question.id)
    if (question.keep.includes('counted') && !canBeCounted(question))
      throw new Error(`form ${form.id}: ${question.id} is open text and cannot be counted`)
  }
  return form
}

function canBeCounted(question: Question): boolean {
  const open = ['short-text', 'long-text', 'drawing', 'phone', 'email', 'number'].includes(question.kind)
  return !open || question.countAs !== undefined
}

/** Every question of a form, in the order it is asked. */
export function questionsOf(form: ResolvedForm): readonly ResolvedQuestion[] {
  return form.pages.flatMap((page) => page.questions)
}

/** Tells whether a form asks for a drawing: its pages bring what is needed to draw. */
export function hasDrawing(form: ResolvedForm): boolean {
  return questionsOf(form).some(({ kind }) => kind === 'drawing')
}
