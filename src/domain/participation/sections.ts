/**
 * The words that a report has to have before it can be sent: none is silently empty. Figures alone are no report.
 *
 * @source LW-17.2 (outputs and outcomes, caseload, feedback, analysis with areas for development, actions), LW-16.3
 */
export const sections = ['outputs', 'outcomes', 'caseload', 'feedback', 'development', 'actions'] as const

export type Section = (typeof sections)[number]

/** One piece of words for a report, as somebody wrote it. */
export type Written = { readonly section: string; readonly words: string }

/** The sections in which nobody has written anything. */
export function missingSections(written: readonly Written[]): readonly Section[] {
  return sections.filter((section) => !written.some((piece) => piece.section === section && piece.words.trim() !== ''))
}
