import type { Choice } from '#forms/define-form.ts'

/**
 * The scales of both surveys. One picture keeps one meaning: a tick is yes, a cross is no, the level face
 * is in the middle.
 *
 * @source REQUIREMENTS (2) "Scale A", "Scale F", "Scale C"; Q15 (which answers count is the measure's matter)
 */
export const howMuch: readonly Choice[] = [
  { id: 'a-lot', symbol: 'yes' },
  { id: 'a-bit', symbol: 'ok' },
  { id: 'no', symbol: 'no' },
  { id: 'not-sure', symbol: 'not-sure' },
]

/** Scale F: only happy counts as satisfied. */
export const howHappy: readonly Choice[] = [
  { id: 'happy', symbol: 'happy' },
  { id: 'in-the-middle', symbol: 'ok' },
  { id: 'not-happy', symbol: 'sad' },
  { id: 'not-sure', symbol: 'not-sure' },
]

/** Scale C: a young person without a worker says "does not fit me", and is left out of the share. */
export const howChanged: readonly Choice[] = [
  { id: 'better', symbol: 'happy' },
  { id: 'the-same', symbol: 'ok' },
  { id: 'not-as-good', symbol: 'sad' },
  { id: 'not-sure', symbol: 'not-sure' },
  { id: 'does-not-fit', symbol: 'something-else' },
]

/** Yes, no, or not sure: for what happened or did not. */
export const yesNoNotSure: readonly Choice[] = [
  { id: 'yes', symbol: 'yes' },
  { id: 'no', symbol: 'no' },
  { id: 'not-sure', symbol: 'not-sure' },
]

/** How often something was so. */
export const howOften: readonly Choice[] = [
  { id: 'always', symbol: 'yes' },
  { id: 'sometimes', symbol: 'ok' },
  { id: 'no', symbol: 'no' },
]

/** How much somebody knows of something. */
export const howWellKnown: readonly Choice[] = [
  { id: 'yes', symbol: 'yes' },
  { id: 'a-bit', symbol: 'ok' },
  { id: 'no', symbol: 'no' },
]

/** Eight pictures for the eight areas of well-being, in that order, and nothing. @source CS11, AS15; WB-1 to WB-8 */
export const helpedAreas: readonly Choice[] = [
  { id: 'rights', symbol: 'rights' },
  { id: 'feelings-and-health', symbol: 'health' },
  { id: 'being-safe', symbol: 'safe' },
  { id: 'school-work-fun', symbol: 'school' },
  { id: 'family-and-friends', symbol: 'family' },
  { id: 'joining-in', symbol: 'group' },
  { id: 'growing-up-and-money', symbol: 'growing-up' },
  { id: 'where-i-live', symbol: 'house' },
  { id: 'nothing', symbol: 'no' },
]

/** Who helped with the questions: a note on how freely they were answered. @source CS26, AS22 */
export const surveyHelpers: readonly Choice[] = [
  { id: 'nobody', symbol: 'young-person' },
  { id: 'carer', symbol: 'foster-home' },
  { id: 'family', symbol: 'family' },
  { id: 'worker', symbol: 'social-worker' },
  { id: 'advocacy', symbol: 'advocate' },
  { id: 'other', symbol: 'talk-together' },
]

/** Age bands as a person picks one: the same names that an age is counted by. */
export const pickedAgeBands: readonly Choice[] = [
  { id: '0-5' },
  { id: '6-10' },
  { id: '11-15' },
  { id: '16-17' },
  { id: '18-20' },
  { id: '21-24' },
  { id: '25-over' },
]
