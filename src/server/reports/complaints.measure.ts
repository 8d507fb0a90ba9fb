import { type Entry, recordsOf } from '#server/reports/case.ts'
import { by, byCase, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, distinctOf } from '#server/reports/parts.ts'
import { cases, closings, either, type Population, recorded, those } from '#server/reports/populations.ts'

const FORMAL = ['stage-1', 'stage-2', 'stage-3']
const steps = recorded(cases, 'complaint-step')

/** A step that a complaint took, or the stage that the closing says it had come to. */
const stages = either(
  those(steps, says('step', 'informal', ...FORMAL)),
  those(closings, says('complaintStage', 'informal', ...FORMAL)),
)

/** One entry for each case: the highest stage that it came to in the period. */
const highest: Population = (facts, span) =>
  [...Map.groupBy(stages(facts, span), ({ story }) => story.id).values()].flatMap((entries) => {
    const [last] = entries.toSorted((a, b) => stageOf(b).localeCompare(stageOf(a)))
    return last ? [last] : []
  })

/** `informal` sorts before every stage. */
function stageOf({ counted }: Entry): string {
  return counted.step?.[0] ?? counted.complaintStage?.[0] ?? 'informal'
}

/** About the council or another agency, never about us (H8). @source M28; LW-7.10 to LW-7.13, LW-A1.35, Q25 */
export const complaintsAboutAgencies = defineMeasure({
  id: 'M28',
  kind: 'output',
  sources: ['LW-7.10', 'LW-7.13', 'LW-A1.35', 'Q25'],
  parts: [
    countOf({ id: 'stage', of: those(highest, isFormal), rows: FORMAL, by: (entry) => [stageOf(entry)] }),
    countOf({ id: 'informal', of: those(highest, (entry) => !isFormal(entry)) }),
  ],
})

function isFormal(entry: Entry): boolean {
  return FORMAL.includes(stageOf(entry))
}

/** Formal at some time before it was settled by talking. */
const settled = either(
  those(steps, (entry) => says('step', 'resolved-by-talking')(entry) && wasFormal(entry)),
  those(
    closings,
    (entry) =>
      says('resolvedByTalking', 'yes')(entry) &&
      says('complaintStage', ...FORMAL)(entry) &&
      !recordsOf(entry.story, 'complaint-step').some(({ counted }) => counted.step?.includes('resolved-by-talking')),
  ),
)

function wasFormal({ story, at }: Entry): boolean {
  return recordsOf(story, 'complaint-step').some(
    ({ counted, occurredAt }) => occurredAt <= at && FORMAL.includes(counted.step?.[0] ?? ''),
  )
}

/** @source M29; LW-7.11, LW-7.12, LW-A1.36 */
export const resolvedByTalking = defineMeasure({
  id: 'M29',
  kind: 'outcome',
  sources: ['LW-7.11', 'LW-7.12', 'LW-A1.36'],
  parts: [countOf({ of: settled })],
})

const helped = either(steps, those(closings, says('complaintStage', 'informal', ...FORMAL)))

/** @source M71; NS-4d */
export const helpedToComplain = defineMeasure({
  id: 'M71',
  kind: 'output',
  sources: ['NS-4d'],
  parts: [
    distinctOf({ of: helped }),
    distinctOf({
      id: 'about',
      of: helped,
      rows: { form: 'closure', question: 'complaintAbout' },
      by: (entry) => {
        const here = by('complaintAbout', [])(entry)
        return here.length > 0 ? here : byCase('complaintAbout')(entry)
      },
    }),
  ],
  notes: () => ['distinct'],
})
