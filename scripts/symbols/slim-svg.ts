import { type CustomPlugin, optimize, type XastElement } from 'svgo'

const black = new Set(['#000', '#000000', 'black'])

/**
 * One drawing on the 72-unit grid as one small file that follows the theme.
 * Black becomes `currentColor`; any other colour becomes `var(--sf,<colour>)`, so that one custom property turns the
 * picture into a line drawing, inline and in an external sprite alike. Written as attributes: a style attribute would
 * be blocked by the Content-Security-Policy.
 *
 * @param svg - Text of one SVG file whose picture stands on a 72 by 72 grid.
 * @param canvas - The part of that grid to show, as a `viewBox`.
 * @returns Text of one file, with a line break at its end.
 * @source shared/EASY-READ.md 1.4 and 1.5
 */
export function slimSvg(svg: string, canvas: string): string {
  const { data } = optimize(svg, {
    multipass: true,
    floatPrecision: 1,
    plugins: [
      'convertStyleToAttrs',
      removeIds,
      'preset-default',
      'collapseGroups',
      'moveElemsAttrsToGroup',
      'collapseGroups',
      themeColours,
      dressRoot(canvas),
    ],
  })
  return `${data}\n`
}

/** Ids and classes would collide when two pictures stand inline in one page. */
const removeIds: CustomPlugin = {
  name: 'removeIds',
  fn: () => ({
    element: {
      enter: (node) => {
        for (const name of ['id', 'class', 'data-name']) delete node.attributes[name]
      },
    },
  }),
}

const themeColours: CustomPlugin = {
  name: 'themeColours',
  fn: () => ({ element: { enter: recolour } }),
}

/**
 * Coloured strokes belong to the colour layer under the black lines, so they fade with the fills.
 * A limit for mitres means nothing where joins are round, and costs 23 bytes each time.
 */
function recolour(node: XastElement): void {
  if (node.attributes['stroke-linejoin'] === 'round') delete node.attributes['stroke-miterlimit']
  for (const name of ['fill', 'stroke']) {
    const colour = node.attributes[name]
    if (colour !== undefined) node.attributes[name] = themed(colour)
  }
}

function themed(colour: string): string {
  if (colour === 'none' || colour === 'currentColor' || colour.startsWith('var(')) return colour
  return black.has(colour) ? 'currentColor' : `var(--sf,${colour})`
}

function dressRoot(canvas: string): CustomPlugin {
  return {
    name: 'dressRoot',
    fn: () => ({
      element: {
        enter: (node, parent) => {
          if (parent.type === 'root') node.attributes = rootAttributes(node, canvas)
        },
      },
    }),
  }
}

/** OpenMoji leaves eye dots without any fill, so the root must say what "no fill" means. */
function rootAttributes(root: XastElement, canvas: string): Record<string, string> {
  const { width: _width, height: _height, 'xmlns:xlink': _xlink, ...kept } = root.attributes
  return { fill: 'currentColor', ...kept, viewBox: canvas, 'aria-hidden': 'true', focusable: 'false' }
}
