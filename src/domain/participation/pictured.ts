import type { MeasureId } from '#domain/participation/measure.ts'

/**
 * The tables that are drawn as bars too, by measure: those whose rows a reader compares at a glance. A picture of
 * every table would hide the few that matter.
 */
export const pictured: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  M05: ['source'],
  M24: ['reason'],
  M27: ['reason'],
  M36: ['listened-spread'],
  M53: ['closed', 'agency'],
  M80: ['age'],
  M81: ['closure'],
}
