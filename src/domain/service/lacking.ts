import { addDays, type IsoDate } from '#domain/time/instant.ts'
import type { FactName, Service } from './service.ts'

/**
 * What stands between a service file and a live service. `to-confirm`: a person has still to say that a fact is right.
 * `sample`: a number or an address that is kept for examples. `old`: nobody has looked at an entry for a year.
 */
export type Lack =
  | { readonly kind: 'to-confirm'; readonly fact: FactName }
  | { readonly kind: 'sample'; readonly at: string; readonly value: string }
  | { readonly kind: 'old'; readonly at: string; readonly checkedOn: string }

/** Ofcom's ranges for drama, with the spaces taken out. */
const dramaNumber =
  /^(08081570|07700900|02079460|02920180|01632960|0113496|0114496|0115496|0116496|0117496|0118496|0121496|0131496|0141496|0151496|0161496|0191498|03069990|09098790|02896496)\d{3,4}$/

/** Names that the internet keeps for examples (RFC 2606, RFC 6761). */
const exampleDomain = /[@./](example|test|invalid|localhost)$|[@./]example\.(com|org|net)\b/

const CHECKED_FOR_DAYS = 365

/**
 * Lists what a service still lacks before it may be live, in the order of its file. Only the first two kinds keep a
 * live service from starting; an old entry is said aloud.
 *
 * @param today - The day on which it is asked.
 * @source H11, NS-4e; DESIGN 5 "Settings"
 */
export function lackingIn(service: Service, today: IsoDate): readonly Lack[] {
  return [
    ...service.toConfirm.map((fact) => ({ kind: 'to-confirm', fact }) as const),
    ...samplesIn(service),
    ...service.specialistHelp
      .filter(({ checkedOn }) => addDays(checkedOn as IsoDate, CHECKED_FOR_DAYS) < today)
      .map(({ id, checkedOn }) => ({ kind: 'old', at: `specialistHelp.${id}`, checkedOn }) as const),
  ]
}

/** Tells whether a lack keeps a live service from starting. */
export function stopsLive({ kind }: Lack): boolean {
  return kind !== 'old'
}

function samplesIn(value: unknown, path: readonly string[] = []): readonly Lack[] {
  if (typeof value === 'string') return isSample(value) ? [{ kind: 'sample', at: path.join('.'), value }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => samplesIn(inner, [...path, key]))
}

function isSample(text: string): boolean {
  return dramaNumber.test(text.replaceAll(' ', '')) || exampleDomain.test(text)
}
