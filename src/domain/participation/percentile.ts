/**
 * A percentile of durations, between the two nearest ones in proportion: what MEDIAN and PERCENTILE.INC of a
 * spreadsheet and `percentile_cont` of PostgreSQL give, so that whoever holds the list can check it.
 *
 * @param sorted - smallest first.
 * @param share - 0.5 for the median, 0.9 for the ninetieth.
 * @returns undefined for an empty list.
 * @source Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996,
 *   definition 7. Choosing it is ours: REQUIREMENTS M09 does not say which.
 */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (place - Math.floor(place))
}
