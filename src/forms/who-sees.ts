import type { Audience } from '#domain/audience.ts'
import { audienceOfQuestion } from '#forms/audience-for.ts'
import type { Answers, Keep, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'

/**
 * Who will see an answer, as a key into `locales/<language>/who-sees.json`: computed from what the
 * answer is kept for and who holds the key, never typed by hand beside a question.
 *
 * @source DESIGN 4 "Who will see this?"; ANCHORS 4.6
 */
export type WhoSees =
  | `${'sealed' | 'sealed-counted' | 'sealed-banded'}.${Audience}`
  | 'counted'
  | 'apart'
  | 'published'
  | 'apart-sealed'

/** Says who will see the answer to a question of this form, given the answers so far. */
export function whoSees(form: ResolvedForm, question: ResolvedQuestion, answers: Answers): WhoSees {
  const audience = audienceOfQuestion(form, question, answers)
  const has = (keep: Keep) => question.keep.includes(keep)
  if (has('published')) return 'published'
  if (has('apart')) return has('sealed') ? 'apart-sealed' : 'apart'
  if (!has('sealed')) return 'counted'
  if (!has('counted')) return `sealed.${audience}`
  return question.countAs ? `sealed-banded.${audience}` : `sealed-counted.${audience}`
}
