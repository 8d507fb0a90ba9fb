import { barX, plot, ruleX, text, tickX } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Bar, Bars } from '#server/reports/bars.ts'

/** The picture's own measures; it is shown as wide as there is room, so letters grow with it. */
const WIDTH = 460
const ROW = 46
const LETTERS = 13
/** Room for what is written behind the longest bar. */
const RIGHT = { number: 60, percent: 230 } as const
const HUNDRED = 100

/**
 * Bars as one SVG picture, drawn by the server. It has no style of its own, which our content security policy would
 * refuse: colours come from `styles/chart.css` by class. Names and numbers stand in words at each bar, and the table
 * beside the picture says the same.
 *
 * @source DESIGN 9 "charts come from that one table"
 */
export function drawBars({ title, unit, bars }: Bars): string {
  const { document } = parseHTML('<html><body></body></html>')
  const drawn = plot({
    document: document as unknown as Document,
    className: 'chart',
    width: WIDTH,
    height: bars.length * ROW + LETTERS,
    marginTop: 0,
    marginBottom: LETTERS,
    marginLeft: 1,
    marginRight: RIGHT[unit],
    x: { domain: [0, longest(unit, bars)], axis: null },
    y: { domain: bars.map((_, index) => index), axis: null, padding: 0 },
    marks: [...marksOf(bars), ruleX([0])],
  })
  return toPicture(drawn, title)
}

function longest(unit: Bars['unit'], bars: readonly Bar[]): number {
  return unit === 'percent' ? HUNDRED : Math.max(1, ...bars.map(({ length = 0 }) => length))
}

/** A name over its bar, the number behind it, and a line across where the target is. */
function marksOf(bars: readonly Bar[]) {
  const lines = bars.map((bar, row) => ({ ...bar, row, length: bar.length ?? 0 }))
  const aimed = lines.filter(({ target }) => target !== undefined)
  const [top, middle] = [9 - ROW / 2, LETTERS / 2 + 2]
  return [
    barX(lines, { x: 'length', y: 'row', insetTop: LETTERS + 8, insetBottom: 6 }),
    tickX(aimed, { x: 'target', y: 'row', insetTop: LETTERS + 6, insetBottom: 1 }),
    text(lines, {
      x: 0,
      y: 'row',
      text: 'name',
      // Beside the ground, which would cross its first letter.
      dx: 4,
      dy: top,
      textAnchor: 'start',
      fontSize: LETTERS,
      // What does not fit stands whole in the table.
      lineWidth: WIDTH / LETTERS,
      textOverflow: 'ellipsis',
    }),
    text(lines, {
      x: ({ length, target }: (typeof lines)[number]) => Math.max(length, target ?? 0),
      y: 'row',
      text: 'says',
      dx: 6,
      dy: middle,
      textAnchor: 'start',
      fontSize: LETTERS,
    }),
  ]
}

const markClasses: Readonly<Record<string, string>> = {
  bar: 'chart-bar',
  tick: 'chart-target',
  text: 'chart-words',
  rule: 'chart-ground',
}

/** The library's names for its marks become classes; what it says of style goes. */
function toPicture(drawn: SVGSVGElement | HTMLElement, title: string): string {
  for (const style of drawn.querySelectorAll('style')) style.remove()
  for (const mark of drawn.querySelectorAll('[aria-label]')) {
    const name = mark.parentNode === drawn ? markClasses[mark.getAttribute('aria-label') ?? ''] : undefined
    if (name) mark.setAttribute('class', name)
    mark.removeAttribute('aria-label')
  }
  for (const name of ['width', 'height', 'font-family', 'font-size']) drawn.removeAttribute(name)
  drawn.setAttribute('role', 'img')
  drawn.setAttribute('aria-label', title)
  return drawn.outerHTML
}
