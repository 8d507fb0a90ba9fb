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
  pictures ??= new Map(
    Object.entries(files).map(([file, svg]) => {
      const id = file.slice(file.lastIndexOf('/') + 1, -'.svg'.length)
      return [id, toPicture(id, svg)]
    }),
  )
  return pictures
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
