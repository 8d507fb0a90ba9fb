import highsLoader from 'highs'
import type { AddsUp } from '#domain/participation/keep-back.ts'
import { boundsOf, type PublishedCount } from '#domain/participation/suppress.ts'

const highs = await highsLoader()

/**
 * Everything that somebody with all published figures can work out of one withheld number: the least and the most that
 * it can be, by linear programming in whole numbers.
 *
 * @param bounds - what each published figure gives away; `boundsOf` unless the attack is on another protection.
 */
export function attack(
  name: string,
  published: ReadonlyMap<string, PublishedCount>,
  sums: readonly AddsUp[],
  bounds: (count: PublishedCount, name: string) => { readonly least: number; readonly most: number } = boundsOf,
): { readonly least: number; readonly most: number } {
  const variables = new Map([...published.keys()].map((each, index) => [each, `x${index}`]))
  const of = (each: string) => variables.get(each) ?? ''
  const rows = sums.map(({ whole, parts }, index) => ` c${index}: ${parts.map(of).join(' + ')} - ${of(whole)} = 0`)
  const limits = [...published].map(([each, count]) => {
    const { least, most } = bounds(count, each)
    return ` ${least} <= ${of(each)} <= ${Number.isFinite(most) ? most : '+inf'}`
  })
  const solve = (aim: 'Minimize' | 'Maximize') => {
    const model = [
      aim,
      ` obj: ${of(name)}`,
      'Subject To',
      ...rows,
      'Bounds',
      ...limits,
      'General',
      ` ${[...variables.values()].join(' ')}`,
      'End',
    ].join('\n')
    const { Status, ObjectiveValue } = highs.solve(model)
    if (Status !== 'Optimal') throw new Error(`the attack on ${name} came to nothing: ${Status}`)
    return Math.round(ObjectiveValue)
  }
  return { least: solve('Minimize'), most: solve('Maximize') }
}
