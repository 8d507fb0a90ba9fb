/**
 * Who may open a sealed answer. Each has a key pair of its own.
 *
 * @source DESIGN 4 "Audiences"; LW-8.2 (participation manager), LW-14.3 (complaints), H12 (survey reader)
 */
export const audiences = [
  'team',
  'participation-manager',
  'complaints-lead',
  'complaints-deputy',
  'survey-reader',
] as const

/** One group of people who may open what was sealed for them. */
export type Audience = (typeof audiences)[number]

/**
 * Tells whether those who read are of the service itself. The participation manager is of the council: for when they
 * look we can promise nothing.
 *
 * @source LW-8.2, LW-9.5
 */
export function isOfService(audience: Audience): boolean {
  return audience !== 'participation-manager'
}
