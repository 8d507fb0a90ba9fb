import type { FormDefinition, Question, ResolvedForm } from '#forms/define-form.ts'
import { defineForm } from '#forms/define-form.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { loadService } from '#server/load-service.ts'

/** The moment at which the tests of the form engine stand: a Sunday, on which London keeps UTC. */
export const context = { today: '2026-11-22', now: '2026-11-22T12:00:00.000Z' } as const satisfies {
  today: string
  now: string
}

/** The service whose lists fill the test forms in. */
export const service = loadService('cymru-demo')

/** A form as the engine gets it: one page for each list of questions, `page-1` first. Says what matters, the rest is plain. */
export function aForm(pages: readonly (readonly Question[])[], more: Partial<FormDefinition> = {}): ResolvedForm {
  const form = defineForm({
    id: 'test-form',
    version: 1,
    access: 'public',
    audience: 'team',
    confidentialityFirst: false,
    tracked: false,
    pages: pages.map((questions, index) => ({ id: `page-${index + 1}`, questions })),
    ...more,
  })
  return resolveForm(form, service)
}

/** A question of a choice between these. */
export function aChoice(id: string, choices: readonly string[], more: Partial<Question> = {}): Question {
  return { id, kind: 'choice', keep: ['counted'], choices: choices.map((each) => ({ id: each })), ...more } as Question
}

/** A question for a line of text. */
export function aLine(id: string, more: Partial<Question> = {}): Question {
  return { id, kind: 'short-text', maxCharacters: 10, keep: ['sealed'], ...more } as Question
}
