/** Shapes that several symbols share: people, faces, bubbles, houses, pages. The same thing always looks the same. */
import { area, box, colours, type Drawing, disc, dot, line, type Point, type Shape } from './shape-kit.ts'

/** Head and shoulders; `foot` is the middle of the lower edge. A child is about 0.7 of an adult. */
export function bust([x, y]: Point, size: number, shirt: string): Drawing {
  const [w, h] = [10 * size, 13 * size]
  const shoulders = `c0 ${-h * 0.4} ${w * 0.5} ${-h * 0.55} ${w} ${-h * 0.55}s${w} ${h * 0.15} ${w} ${h * 0.55}`
  return [
    area(`M${x - w} ${y}v${-h * 0.45}${shoulders}v${h * 0.45}z`, shirt),
    disc([x, y - h - 6 * size - 0.5], 6 * size, colours.yellow),
  ]
}

/** How a face looks: its mouth, as a line. */
export type Mood = 'happy' | 'sad' | 'flat'

/** A round face. */
export function face([x, y]: Point, radius: number, mood: Mood, colour: string = colours.yellow): Drawing {
  const eye = (side: number) => dot([x + side * radius * 0.36, y - radius * 0.2], radius * 0.13)
  return [disc([x, y], radius, colour), eye(-1), eye(1), line(mouth([x, y], radius, mood))]
}

function mouth([x, y]: Point, r: number, mood: Mood): string {
  if (mood === 'sad') return `M${x - r * 0.45} ${y + r * 0.5}q${r * 0.45} ${-r * 0.5} ${r * 0.9} 0`
  if (mood === 'happy') return `M${x - r * 0.5} ${y + r * 0.25}q${r * 0.5} ${r * 0.55} ${r} 0`
  return `M${x - r * 0.45} ${y + r * 0.4}h${r * 0.9}`
}

/** A speech bubble: top left corner, size, and where its tail ends. The tail must end below the bubble. */
export function bubble([x, y]: Point, [w, h]: Point, [tailX, tailY]: Point, colour: string = colours.white): Shape {
  const right = `h${w - 8}a4 4 0 0 1 4 4v${h - 8}a4 4 0 0 1-4 4`
  const tail = `H${tailX + 7}L${tailX} ${tailY}l1-${tailY - y - h}H${x + 4}`
  return area(`M${x + 4} ${y}${right}${tail}a4 4 0 0 1-4-4v${8 - h}a4 4 0 0 1 4-4z`, colour)
}

/** A white house under a red roof. */
export function house([x, y]: Point, [w, h]: Point): Drawing {
  return [
    area(`M${x + w * 0.1} ${y + h * 0.45}V${y + h}h${w * 0.8}V${y + h * 0.45}`, colours.white),
    area(`M${x} ${y + h * 0.5}L${x + w / 2} ${y}L${x + w} ${y + h * 0.5}`, colours.red),
  ]
}

/** A brown door; the point is its lower left corner. */
export function door([x, y]: Point): Shape {
  return box([x, y - 17], 11, 17, colours.brown)
}

/** A red heart; the point is a little above its tip. */
export function heart([x, y]: Point, s: number): Shape {
  const left = `c${-7 * s} ${-5 * s} ${-7 * s} ${-11 * s} ${-3 * s} ${-11 * s}c${2 * s} 0 ${3 * s} ${2 * s} ${3 * s} ${3 * s}`
  const right = `c0 ${-s} ${s} ${-3 * s} ${3 * s} ${-3 * s}c${4 * s} 0 ${4 * s} ${6 * s} ${-3 * s} ${11 * s}z`
  return area(`M${x} ${y + 6 * s}${left}${right}`, colours.red)
}

/** A star with five points. */
export function star([x, y]: Point, radius: number): Shape {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, reach] = [(i / 5 - 0.5) * Math.PI, i % 2 === 1 ? radius * 0.45 : radius]
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`
  })
  return area(`M${corners.join('L')}z`, colours.orange)
}

/** A heavy tick; the point is its left end. */
export function tick([x, y]: Point, s: number): Shape {
  return line(`M${x} ${y}l${4 * s} ${4 * s}l${8 * s}-${9 * s}`, 3)
}

/** A heavy arrow to the right. */
export function arrowRight([x, y]: Point, length: number): Shape {
  return line(`M${x} ${y}h${length}M${x + length - 5} ${y - 5}l5 5l-5 5`, 3)
}

/** A page with its corner turned. */
export function page([x, y]: Point, [w, h]: Point): Drawing {
  return [area(`M${x} ${y}h${w - 6}l6 6v${h - 6}h${-w}z`, colours.white), line(`M${x + w - 6} ${y}v6h6`)]
}

/** A clock face with its two hands drawn by `hands`. */
export function clock([x, y]: Point, radius: number, hands: string): Drawing {
  return [disc([x, y], radius, colours.white), line(hands, 2.5)]
}

/** A telephone that fits in a hand; the point is its top left corner. */
export function mobile([x, y]: Point, [w, h]: Point): Drawing {
  const corner = 'a3 3 0 0 1'
  return [
    area(
      `M${x + 3} ${y}h${w - 6}${corner} 3 3v${h - 6}${corner}-3 3h${6 - w}${corner}-3-3v${6 - h}${corner} 3-3z`,
      colours.grey,
    ),
    box([x + 3, y + 6], w - 6, h - 14, colours.white),
    dot([x + w / 2, y + h - 4], 1.4),
  ]
}
