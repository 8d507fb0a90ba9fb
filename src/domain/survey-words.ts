/** The words of one form that came in one month, as the survey reader's list shows them. Opened by nobody yet. */
export type SurveyWordsGroup = {
  /** What the group is asked for by: form and month. It names nobody. */
  readonly id: string
  readonly form: string
  /** `2026-11`: no day, so that neither day nor order leads to anybody. */
  readonly month: string
  /** How many people wrote something. */
  readonly count: number
  /** How many of them nobody has read. Absent where nothing says which were read: the annual survey. */
  readonly unread?: number
  /** Something has not been read within the working days that are promised. @source Q36 */
  readonly isLate: boolean
}

/** The id of a group. */
export function surveyWordsGroupId(form: string, month: string): string {
  return `${form}.${month}`
}
