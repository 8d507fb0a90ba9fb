import type { Figure } from '#domain/participation/figure.ts'
import type { RawCount } from '#domain/participation/raw-count.ts'

/**
 * The numbers of a figure that add up across areas and periods, by name. Of young people who are counted once, and of
 * hours that are rounded up, the parts do not make the whole.
 */
export type CountName =
  | 'count'
  | 'numerator'
  | 'denominator'
  | 'answered'
  | 'asked'
  | 'of'
  | 'respondents'
  | 'of-respondents'
  | 'users'
  | 'of-users'

export function countsIn(figure: Figure): readonly (readonly [CountName, RawCount])[] {
  switch (figure.shape) {
    case 'count':
      return [['count', figure.count]]
    case 'share': {
      const { numerator, denominator, response } = figure
      return [
        ['numerator', numerator],
        ['denominator', denominator],
        ...(response
          ? ([
              ['answered', response.answered],
              ['asked', response.asked],
            ] as const)
          : []),
      ]
    }
    case 'duration':
      return [['of', figure.of]]
    case 'difference': {
      const { respondents, users } = figure
      return [
        ['respondents', respondents.numerator],
        ['of-respondents', respondents.denominator],
        ['users', users.numerator],
        ['of-users', users.denominator],
      ]
    }
    case 'distinct':
    case 'hours':
      return []
  }
}

/** Which of the numbers is a part of which, and never more. */
export const partOf: readonly (readonly [CountName, CountName])[] = [
  ['numerator', 'denominator'],
  ['answered', 'asked'],
  ['respondents', 'of-respondents'],
  ['users', 'of-users'],
]
