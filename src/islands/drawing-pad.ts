import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  type Line,
  type Point,
  pointsOf,
  readDrawing,
  writeDrawing,
} from '#forms/drawing.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** Points nearer than this to the last one are left out: the line looks the same and is shorter. */
const NEAR = 8

type Words = Readonly<Record<'undo' | 'clear' | 'none' | 'some' | 'full', string>>

/**
 * A place to draw with a finger, a pen or a mouse; with `data-shows`, a drawing to look at. What is drawn is in the
 * form's hidden field and nowhere else, so that it travels, is kept and is forgotten like every other answer.
 */
class DrawingPad extends HTMLElement {
  #lines: Line[] = []
  readonly #svg = document.createElementNS(SVG, 'svg')

  connectedCallback(): void {
    if (this.contains(this.#svg)) return
    this.#svg.setAttribute('viewBox', `0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`)
    const { shows, words } = this.dataset
    const field = this.querySelector('input')
    this.#lines = [...readDrawing(shows ?? field?.value ?? '')]
    if (shows !== undefined || !field || !words) {
      this.#svg.setAttribute('aria-hidden', 'true')
      this.append(this.#svg)
      this.#draw()
    } else this.#letDraw(field, JSON.parse(words))
  }

  #letDraw(field: HTMLInputElement, words: Words): void {
    const said = Object.assign(document.createElement('p'), { className: 'hint' })
    said.setAttribute('role', 'status')
    const most = Number(this.dataset.most)
    const keep = () => {
      field.value = writeDrawing(this.#lines)
      said.textContent = this.#lines.length > 0 ? words.some : words.none
      this.#draw()
    }
    // Four figures a point and a dot a line: see src/forms/drawing.ts.
    const isFull = () => this.#lines.reduce((length, line) => length + 4 * line.length + 1, 4) > most
    let drawing: Point[] | undefined
    const goOn = (event: PointerEvent) => {
      if (!drawing) return
      const point = this.#pointAt(event)
      const last = drawing.at(-1)
      if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR) return
      if (isFull()) said.textContent = words.full
      else drawing.push(point)
      this.#svg.lastElementChild?.setAttribute('points', pointsOf(drawing))
    }
    this.#svg.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button !== 0) return
      if (isFull()) {
        said.textContent = words.full
        return
      }
      event.preventDefault()
      this.#svg.setPointerCapture(event.pointerId)
      drawing = [this.#pointAt(event)]
      this.#lines.push(drawing)
      this.#draw()
    })
    this.#svg.addEventListener('pointermove', goOn)
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.#svg.addEventListener(end, () => {
        if (!drawing) return
        drawing = undefined
        keep()
      })
    const button = (text: string, left: () => Line[]) => {
      const made = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'plain',
        textContent: text,
      })
      made.addEventListener('click', () => {
        this.#lines = left()
        keep()
      })
      return made
    }
    this.querySelector('p')?.remove()
    this.append(
      this.#svg,
      said,
      button(words.undo, () => this.#lines.slice(0, -1)),
      button(words.clear, () => []),
    )
    this.#svg.setAttribute('aria-hidden', 'true')
    keep()
  }

  #pointAt({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.#svg.getBoundingClientRect()
    return [((clientX - left) / width) * DRAWING_WIDTH, ((clientY - top) / height) * DRAWING_HEIGHT]
  }

  #draw(): void {
    const lines = this.#lines.map((line) => {
      const drawn = document.createElementNS(SVG, 'polyline')
      drawn.setAttribute('points', pointsOf(line))
      return drawn
    })
    this.#svg.replaceChildren(...lines)
  }
}

customElements.define('drawing-pad', DrawingPad)
