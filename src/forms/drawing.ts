/** A point of a drawing, from its top left corner. */
export type Point = readonly [across: number, down: number]

/** One line, as it was drawn without lifting the pen. */
export type Line = readonly Point[]

/** How wide and how high every drawing is, in its own units; the screen shows it at any size. */
export const DRAWING_WIDTH = 1200
export const DRAWING_HEIGHT = 900

/**
 * A drawing as text: lines parted by dots, each a row of points, each point four figures to the base of 36, two
 * across and two down. It holds nothing but its lines: no moment, place, device or pressure.
 */
export const DRAWING = /^(?:[0-9a-z]{4})+(?:\.(?:[0-9a-z]{4})+)*$/

/** Writes lines as text. Points outside are put on the edge. */
export function writeDrawing(lines: readonly Line[]): string {
  return lines
    .filter((line) => line.length > 0)
    .map((line) =>
      line.map(([across, down]) => figures(across, DRAWING_WIDTH) + figures(down, DRAWING_HEIGHT)).join(''),
    )
    .join('.')
}

/** Reads lines back. @returns no lines for a text that is no drawing. */
export function readDrawing(text: string): readonly Line[] {
  if (!DRAWING.test(text)) return []
  return text.split('.').map((line) => (line.match(/.{4}/g) ?? []).map(readPoint))
}

/** The points of a line as an SVG polyline wants them. A dot is a line that goes nowhere. */
export function pointsOf(line: Line): string {
  const [first] = line
  return (line.length === 1 && first ? [first, first] : line).map((point) => point.join(',')).join(' ')
}

function figures(value: number, most: number): string {
  return Math.min(most, Math.max(0, Math.round(value)))
    .toString(36)
    .padStart(2, '0')
}

function readPoint(written: string): Point {
  return [Number.parseInt(written.slice(0, 2), 36), Number.parseInt(written.slice(2), 36)]
}
