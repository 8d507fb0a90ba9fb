import type { WhoSees } from '#forms/who-sees.ts'

/** The words that every form screen shares: `locales/<language>/form.json`. */
export type ScreenWords = {
  readonly step: string
  readonly of: string
  readonly goOn: string
  readonly skip: string
  readonly back: string
  readonly finishNow: string
  readonly change: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly none: string
  readonly ranks: Readonly<Record<string, string>>
  readonly whoSeesThis: string
  readonly whoSees: Readonly<Record<WhoSees, string>>
  readonly errorTitle: string
  readonly errorInTitle: string
  readonly problems: Readonly<Record<string, string>>
  readonly check: {
    readonly title: string
    readonly hint: string
    readonly more: string
    readonly moreHint: string
    readonly codeTitle: string
    readonly codeHint: string
    readonly codeYes: string
    readonly codeNo: string
  }
  readonly drawing: {
    readonly undo: string
    readonly clear: string
    readonly none: string
    readonly some: string
    readonly full: string
    /** Said where nothing can be drawn. */
    readonly instead: string
    /** Beside a drawing that is shown. */
    readonly shown: string
  }
  readonly surveyCode: { readonly label: string; readonly hint: string }
  readonly helpUs: string
  readonly backToForm: string
  readonly sending: string
  readonly notSent: string
}
