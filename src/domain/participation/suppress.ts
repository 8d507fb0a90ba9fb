import { exact, type RawCount } from '#domain/participation/raw-count.ts'

/**
 * A number as the public may see it. It is no {@link RawCount} and cannot be made into one: a page that takes it
 * can show nothing else. `few` is one to seven; `kept-back` is a figure by which one of those could be worked out.
 *
 * @source DESIGN 2, DESIGN 9 "Editions"
 */
export type PublishedCount = { readonly shown: number } | { readonly withheld: 'few' | 'kept-back' }

/** Counts from one to this many are withheld. @source DESIGN 9 */
export const MOST_WITHHELD = 7
/** Every other figure is rounded to this. @source DESIGN 9 */
export const ROUNDED_TO = 5
/** The least rounded whole of which a share is published. @source DESIGN 9 */
export const LEAST_WHOLE = 20

/**
 * Protects one figure by itself: a total is a figure like any other, so that nothing is found by taking one from another.
 *
 * @source DESIGN 9: "counts 1–7 withheld; every other figure and total rounded on its own to 5"
 */
export function suppress(count: RawCount): PublishedCount {
  const number = exact(count)
  if (number > 0 && number <= MOST_WITHHELD) return { withheld: 'few' }
  return { shown: toRounded(number) }
}

/** Rounded to the nearest five. */
export function toRounded(number: number): number {
  return Math.round(number / ROUNDED_TO) * ROUNDED_TO
}

/** What anybody can know of a number from what was published of it: it lies between these, both included. */
export type Bounds = { readonly least: number; readonly most: number }

/** The bounds that a published number gives away. Nothing is kept back that is 0: who knows how we do it knows that. */
export function boundsOf(published: PublishedCount): Bounds {
  if ('withheld' in published)
    return { least: 1, most: published.withheld === 'few' ? MOST_WITHHELD : Number.POSITIVE_INFINITY }
  if (published.shown === 0) return { least: 0, most: 0 }
  const slack = Math.floor(ROUNDED_TO / 2)
  return { least: Math.max(MOST_WITHHELD + 1, published.shown - slack), most: published.shown + slack }
}
