import type { Language } from '#domain/language/language.ts'
import { toSpoken } from '#i18n/spoken.ts'

/** Something that is said in one go: where it stands, how it is said, and the name of its recording if there is one. */
export type Passage = { readonly element: HTMLElement; readonly say: string; readonly clip: string | undefined }

/**
 * The way back, the tools, pictures and what only eyes or only readers get are no part of what is said. Of a form
 * only what it tells before it asks anything is: what stays private. What is folded away is named here because
 * browsers do not agree whether it has a place on the page.
 */
const SILENT =
  '.trail,.tools,.looks,.reader,.visually-hidden,form:not(.journey),.step-count,.actions,svg,details:not([open])>:not(summary)'

/** Everything the page says and shows, in its order: text by the box it stands in. What is folded away is not read. */
export function listPassages(language: Language): readonly Passage[] {
  const main = document.querySelector('main') ?? document.body
  const written = new Map<HTMLElement, string>()
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const box = boxOf(text)
    if (box && !box.closest(SILENT) && box.getClientRects().length > 0)
      written.set(box, `${written.get(box) ?? ''}${text.nodeValue}`)
  }
  return [...written]
    .map(([element, words]) => ({
      element,
      say: element.dataset.say ?? toSpoken(words.replace(/\s+/g, ' ').trim(), language),
      clip: undefined,
    }))
    .filter(({ say }) => say !== '')
}

/** The nearest thing around a text that is more than a stretch of a line. */
function boxOf(text: Node): HTMLElement | undefined {
  let element = text.parentElement
  while (element && getComputedStyle(element).display === 'inline') element = element.parentElement
  return element ?? undefined
}
