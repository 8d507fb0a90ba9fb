import type { Choice } from '#forms/define-form.ts'

/** The ways in which a young person can be reached: the same list wherever it is asked. @source REQUIREMENTS 1 "Safe contact" */
export const contactMethods: readonly Choice[] = [
  { id: 'text', symbol: 'text-message' },
  { id: 'call', symbol: 'phone' },
  { id: 'email', symbol: 'email' },
  { id: 'trusted-adult', symbol: 'trusted-adult' },
  { id: 'letter', symbol: 'letter' },
  { id: 'in-person', symbol: 'in-person' },
]

/** The same, with "I will come back myself", for a form whose sender may have a tracking code. */
export const contactMethodsOrBack: readonly Choice[] = [
  ...contactMethods,
  { id: 'come-back', symbol: 'come-back-myself' },
]

/** How a young person wants to have their say. @source NS-4g, LW-13.1 */
export const waysToContribute: readonly Choice[] = [
  { id: 'by-myself', symbol: 'tell-me-how' },
  { id: 'together', symbol: 'do-it-with-me' },
  { id: 'advocate-speaks', symbol: 'do-it-for-me' },
  { id: 'not-sure', symbol: 'not-sure' },
]
