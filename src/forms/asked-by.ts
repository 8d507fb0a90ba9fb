import type { Asked } from '#domain/participation/comparable.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'

/** What a form asks that is counted by choice: to compare it with another version of itself, or to write it down. */
export function askedBy(form: ResolvedForm): Asked {
  const counted = questionsOf(form).filter(({ keep, choices }) => keep.includes('counted') && choices)
  return {
    form: form.id,
    version: form.version,
    questions: Object.fromEntries(counted.map(({ id, choices = [] }) => [id, choices.map((choice) => choice.id)])),
  }
}
