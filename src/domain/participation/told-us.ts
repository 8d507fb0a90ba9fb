import { z } from 'zod'
import type { MeasureId } from '#domain/participation/measure.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import { LEAST_WHOLE, ROUNDED_TO } from '#domain/participation/suppress.ts'

/**
 * The figures that young people are shown, and the table of a measure behind each: what the public edition of a
 * report leaves in its file for them. Their words are in `locales/<language>/told-us.json`, under the same names.
 *
 * @source DESIGN 9 "Closing the loop"; P28, NS-1g
 */
export const toldFigures = {
  helped: { measure: 'M22', part: 'total', shown: 'count' },
  askedThemselves: { measure: 'M03', part: 'total', shown: 'count' },
  listened: { measure: 'M36', part: 'listened', shown: 'share' },
  helpedChoose: { measure: 'M36', part: 'helped-choose', shown: 'share' },
  knowRights: { measure: 'M39', part: 'share', shown: 'share' },
  moreSure: { measure: 'M51', part: 'share', shown: 'share' },
  happyWithHelp: { measure: 'M41', part: 'share', shown: 'share' },
  fairAndKind: { measure: 'M64', part: 'share', shown: 'share' },
} as const satisfies Record<string, { measure: MeasureId; part: string; shown: 'count' | 'share' }>

/** The name of a figure that young people are shown. */
export type ToldFigureName = keyof typeof toldFigures

const names = Object.keys(toldFigures) as [ToldFigureName, ...ToldFigureName[]]
const rounded = z.number().int().min(0).multipleOf(ROUNDED_TO)

/** Protected numbers only: an exact one makes the file unreadable, so no page can show it. */
const figure = z
  .discriminatedUnion('shown', [
    z.strictObject({ name: z.enum(names), shown: z.literal('count'), count: rounded }),
    z.strictObject({ name: z.enum(names), shown: z.literal('share'), part: rounded, of: rounded.min(LEAST_WHOLE) }),
    z.strictObject({ name: z.enum(names), shown: z.literal('withheld') }),
  ])
  .refine(({ name, shown }) => shown === 'withheld' || shown === toldFigures[name].shown, 'is the other kind of figure')
  .refine((each) => each.shown !== 'share' || each.part <= each.of, 'is more than the whole')

/**
 * What young people are told of a period: `content/reports/<service>/<period>.public.json`.
 *
 * @source DESIGN 9 "Editions": 1 to 7 withheld, the rest rounded to 5, shares only of 20 and more
 */
export const toldUsSchema = z.strictObject({
  service: z.string(),
  /** A quarter or a year: `2026-27-q2`, `2026-27`. */
  period: z.string().refine((id) => parsePeriod(id) !== undefined, 'is not a period'),
  publishedOn: z.iso.date(),
  /** Invented numbers, said to be so: a live service has none. */
  example: z.boolean().default(false),
  figures: z.array(figure).min(1),
})

/** What young people are told of a period. */
export type ToldUs = z.infer<typeof toldUsSchema>

/** One of its figures. */
export type ToldFigure = ToldUs['figures'][number]

/**
 * Of every ten, how many. Only all of them are ten, and only none of them is nought: "10 of 10" is a promise
 * that rounding may not make.
 */
export function ofEveryTen({ part, of }: { readonly part: number; readonly of: number }): number {
  if (part === 0) return 0
  return part === of ? 10 : Math.min(9, Math.max(1, Math.round((part * 10) / of)))
}
