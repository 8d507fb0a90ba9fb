/**
 * How a reader may want pages to look: for each matter its choices, the first being the usual one.
 * They hold for one visit, in one tab, and nobody but that browser knows of them.
 *
 * @source DESIGN 4 and 11; NS-3c
 */
export const lookChoices = {
  colours: ['warm', 'light', 'dark', 'yellow'],
  pictures: ['colour', 'lines', 'words'],
  size: ['medium', 'larger'],
  space: ['close', 'spaced'],
} as const satisfies Record<string, readonly [usual: string, ...others: string[]]>

/** A matter of which a reader may choose. */
export type LookMatter = keyof typeof lookChoices

/** The matters in the order in which they are asked. */
export const lookMatters = Object.keys(lookChoices) as readonly LookMatter[]

/** What is kept under for the visit: the only key that the child's side ever writes. */
export const LOOK_KEY = 'look'

/**
 * Puts on what was chosen before anything is painted. It stands in every page as it is here, and the security
 * policy lets exactly these characters run. Where a browser refuses storage, the page looks as usual.
 */
export const APPLY_LOOK = `try{document.documentElement.dataset.look=sessionStorage.${LOOK_KEY}||''}catch(e){}`

/** The choices as they are kept: the names of those that are not usual, "dark larger". */
export function writeLook(chosen: Readonly<Partial<Record<LookMatter, string>>>): string {
  return lookMatters.flatMap((matter) => (isUnusual(matter, chosen[matter]) ? [chosen[matter]] : [])).join(' ')
}

/** What is chosen in each matter; anything we do not know is the usual. */
export function readLook(kept: string | null | undefined): Readonly<Record<LookMatter, string>> {
  const names = (kept ?? '').split(' ')
  const chosen = (matter: LookMatter) => names.find((name) => isUnusual(matter, name)) ?? lookChoices[matter][0]
  return { colours: chosen('colours'), pictures: chosen('pictures'), size: chosen('size'), space: chosen('space') }
}

/** Tells whether no pictures are shown: what was read was then read as text alone. */
export function isWordsOnly(kept: string | undefined): boolean {
  return (kept ?? '').split(' ').includes('words')
}

function isUnusual(matter: LookMatter, name: string | undefined): boolean {
  const choices: readonly string[] = lookChoices[matter]
  return name !== undefined && choices.indexOf(name) > 0
}
