import { foldWord } from '#domain/tracking-code/fold-word.ts'

/** What tells a person apart, as it was written: opened in a browser, and never sent from there. */
export type Traits = {
  readonly name?: string | undefined
  readonly birthDate?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/** Why two requests may be of the same young person. */
export type Likeness = keyof Traits

/**
 * What is alike in two requests, in order. A name alone is a hint and no more: a person decides.
 *
 * @source DESIGN 4 "record.person … linked by a person; a match is suggested in the browser"
 */
export function likenesses(a: Traits, b: Traits): readonly Likeness[] {
  const [one, other] = [folded(a), folded(b)]
  return (['name', 'birthDate', 'phone', 'email'] as const).filter(
    (trait) => one[trait] !== undefined && one[trait] !== '' && one[trait] === other[trait],
  )
}

/** As people write them: capitals, accents, spaces and the +44 of a number make no difference. */
function folded({ name, birthDate, phone, email }: Traits): Traits {
  return {
    name:
      name &&
      foldWord(name)
        .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
        .trim(),
    birthDate,
    phone: phone?.replace(/\D/g, '').replace(/^44/, '0'),
    email: email?.trim().toLowerCase(),
  }
}
