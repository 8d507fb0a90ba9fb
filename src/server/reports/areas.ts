import { ALL, NOT_KNOWN } from '#domain/participation/measure.ts'
import type { Level } from '#domain/participation/report.ts'
import type { Service } from '#domain/service/service.ts'

/** The areas of a report: the whole service first, those whose area is not known last. @source IP-19 */
export function areasOf({ authorities }: Pick<Service, 'authorities'>, level: Level): readonly string[] {
  const areas = authorities.map(({ id, region }) => (level === 'region' ? region : id))
  return [ALL, ...new Set(areas), NOT_KNOWN]
}

/** In which area each recorded authority is counted. One that the service no longer lists is not known. */
export function areasByAuthority(
  { authorities }: Pick<Service, 'authorities'>,
  level: Level,
): (authority: string | null) => string {
  const areas = new Map(authorities.map(({ id, region }) => [id, level === 'region' ? region : id]))
  return (authority) => (authority === null ? undefined : areas.get(authority)) ?? NOT_KNOWN
}
