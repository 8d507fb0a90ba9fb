import type { MeasureId } from '#domain/participation/measure.ts'

/**
 * What a reader wants to know before anything else, whether it has a target or not: how many asked, how soon they were
 * reached, how many were helped, and what they say of it. Measures with a target stand beside these.
 */
export const atAGlance: readonly MeasureId[] = ['M02', 'M06', 'M08', 'M22', 'M24', 'M36', 'M41', 'M43', 'M74']
