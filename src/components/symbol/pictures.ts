import type { SymbolSet } from '#server/symbol-set.ts'

declare const __SYMBOL_SET__: SymbolSet | null | undefined

/** A picture ready to be put in a page: the attributes of its root that matter, and what it draws. */
export type Picture = {
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
  readonly drawing: string
}

/** Every picture is drawn on a 72 grid and shown without its margin. @source EASY-READ 1.4 */
export const PICTURE_BOX = '4 4 64 64'

const files: Record<string, string> = import.meta.glob('/content/symbols/{openmoji,drawn}/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

let pictures: ReadonlyMap<string, Picture> | undefined

/**
 * Finds a picture by its id.
 *
 * @throws when there is none: a page with a missing picture is never built.
 */
export function getPicture(id: string): Picture {
  const picture = allPictures().get(id)
  if (!picture) throw new Error(`no picture is called ${id}: see content/symbols`)
  return picture
}

/**
 * The pictures with these ids, each once, in the order of their ids.
 *
 * @throws when one of them is missing.
 */
export function listPictures(ids: ReadonlySet<string>): readonly Picture[] {
  return [...ids].sort().map(getPicture)
}

function allPictures(): ReadonlyMap<string, Picture> {
  if (pictures) return pictures
  const ours = new Map(
    Object.entries(files).map(([file, svg]) => {
      const id = file.slice(file.lastIndexOf('/') + 1, -'.svg'.length)
      return [id, toPicture(id, svg)]
    }),
  )
  const others = Object.entries(builtSymbolSet()?.pictures ?? {})
  pictures = new Map([...ours, ...others.map(([id, svg]) => [id, onOurGrid(toPicture(id, svg), svg)] as const)])
  return pictures
}

/** The set of symbols that this build was made with, where it is not ours alone. */
export function builtSymbolSet(): SymbolSet | undefined {
  // The build fills it in; code that runs unbuilt has none.
  return (typeof __SYMBOL_SET__ === 'undefined' ? undefined : __SYMBOL_SET__) ?? undefined
}

/** A picture of another set has a window of its own: it is put into ours whole, its own colours with it. */
function onOurGrid({ id, attributes, drawing }: Picture, svg: string): Picture {
  const [x, y, width, height] = PICTURE_BOX.split(' ')
  const [root = ''] = /<svg[^>]*>/.exec(svg) ?? []
  const ofRoot = (name: string) => new RegExp(` ${name}="([^"]+)"`).exec(root)?.[1]
  const own = Object.entries({ x, y, width, height, viewBox: ofRoot('viewBox'), fill: ofRoot('fill'), ...attributes })
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
    .join('')
  return { id, attributes: {}, drawing: `<svg${own}>${drawing}</svg>` }
}

/** Said once for every picture, by the stylesheet or by the place a picture is put. */
const SAID_ELSEWHERE = ['xmlns', 'viewBox', 'width', 'height', 'class', 'fill', 'aria-hidden', 'focusable']

function toPicture(id: string, svg: string): Picture {
  const [, root = '', drawing = ''] = /<svg([^>]*)>([\s\S]*)<\/svg>/.exec(svg) ?? []
  if (drawing === '') throw new Error(`${id} is not a picture`)
  const attributes = [...root.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  return {
    id,
    attributes: Object.fromEntries(attributes.filter(([name]) => !SAID_ELSEWHERE.includes(name))),
    drawing: drawing.trim(),
  }
}
