/**
 * The shapes our own symbols are made of, on OpenMoji's grid of 72 by 72 and in its manner: flat colour under a black
 * line two units wide. No shape copies OpenMoji's path data, so the drawings are ours.
 *
 * @source shared/EASY-READ.md, appendix A
 */

/** One part of a drawing: the colour under it and the black line over it; either may be empty. */
export type Shape = { readonly fill: string; readonly line: string }

/** A drawing is its parts, the ones behind first. */
export type Drawing = readonly Shape[]

/** Drawings by symbol id. */
export type Drawings = Readonly<Record<string, Drawing>>

/** A place on the grid; x runs right, y runs down. */
export type Point = readonly [x: number, y: number]

/** The colours of OpenMoji that we use, so that a page looks like one set. */
export const colours = {
  yellow: '#fcea2b',
  blue: '#92d3f5',
  deepBlue: '#61b2e4',
  red: '#ea5a47',
  green: '#b1cc33',
  deepGreen: '#5c9e31',
  orange: '#f1b31c',
  grey: '#d0cfce',
  deepGrey: '#9b9b9a',
  purple: '#b399c8',
  pink: '#ffa7c0',
  white: '#fff',
  brown: '#a57939',
} as const

/** A closed outline filled with one colour. */
export function area(d: string, colour: string): Shape {
  return { fill: `<path fill="${colour}" d="${d}"/>`, line: `<path d="${d}"/>` }
}

/** An open black line. */
export function line(d: string, width = 2): Shape {
  return { fill: '', line: `<path d="${d}"${width === 2 ? '' : ` stroke-width="${width}"`}/>` }
}

/** Colour without a line round it. */
export function patch(d: string, colour: string): Shape {
  return { fill: `<path fill="${colour}" d="${d}"/>`, line: '' }
}

/** A disc with its rim. */
export function disc([x, y]: Point, radius: number, colour: string): Shape {
  const circle = `cx="${x}" cy="${y}" r="${radius}"`
  return { fill: `<circle fill="${colour}" ${circle}/>`, line: `<circle ${circle}/>` }
}

/** A black dot: an eye, a full stop, a camera. */
export function dot([x, y]: Point, radius = 1.6): Shape {
  return { fill: '', line: `<circle cx="${x}" cy="${y}" r="${radius}" fill="currentColor" stroke="none"/>` }
}

/** The same parts moved, turned or scaled. */
export function placed(drawing: Drawing, transform: string): Drawing {
  const wrap = (markup: string) => (markup === '' ? '' : `<g transform="${transform}">${markup}</g>`)
  return drawing.map(({ fill, line }) => ({ fill: wrap(fill), line: wrap(line) }))
}

/** A box with square corners. */
export function box([x, y]: Point, width: number, height: number, colour: string): Shape {
  return area(`M${x} ${y}h${width}v${height}h${-width}z`, colour)
}

/** A whole drawing as an SVG text, before it is slimmed. */
export function toSvg(drawing: Drawing): string {
  const parts = drawing.map(({ fill, line }) => (fill === '' ? line : `<g stroke="none">${fill}</g>${line}`))
  const pen = 'fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><g ${pen}>${parts.join('')}</g></svg>`
}
