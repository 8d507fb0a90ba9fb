import type { Passage } from './passages.ts'
import type { Speaker } from './speakers.ts'

/** The words of the small panel that stands above the bar while a page is read. */
export type ReaderWords = { readonly stop: string; readonly again: string; readonly slower: string }

type Parts = {
  /** Who reads these; undefined: nobody can. */
  readonly findSpeaker: (passages: readonly Passage[]) => Speaker | undefined
  readonly sayNoVoice: () => void
  readonly button: HTMLButtonElement
  readonly words: ReaderWords
  readonly listPassages: () => readonly Passage[]
}

const USUAL_RATE = 1
const SLOW_RATE = 0.75

/** Reads the passages of a page, marks the one that is heard, and can be stopped at any moment. */
export class Reader {
  private readonly parts: Parts
  private readonly panel: HTMLElement
  private passages: readonly Passage[] = []
  private speaker: Speaker | undefined
  private at = 0
  private rate = USUAL_RATE
  /** Another number for each time that reading starts: an older one that still runs ends by itself. */
  private run = 0

  constructor(parts: Parts) {
    this.parts = parts
    this.panel = this.makePanel()
  }

  /** Starts from the top of the page, or stops. */
  toggle(): void {
    if (this.panel.isConnected) this.stop()
    else this.start()
  }

  private start(): void {
    // Looked for each time: what is recorded may not be all that the page says by now.
    this.passages = this.parts.listPassages()
    this.speaker = this.parts.findSpeaker(this.passages)
    if (!this.speaker) {
      this.parts.sayNoVoice()
      return
    }
    this.parts.button.setAttribute('aria-pressed', 'true')
    document.querySelector('main')?.append(this.panel)
    void this.readFrom(0)
  }

  /** Silences at once. */
  stop(): void {
    this.run++
    this.speaker?.silence()
    this.mark(undefined)
    this.parts.button.setAttribute('aria-pressed', 'false')
    if (this.panel.contains(document.activeElement)) this.parts.button.focus()
    this.panel.remove()
  }

  private async readFrom(start: number): Promise<void> {
    const mine = ++this.run
    this.speaker?.silence()
    for (this.at = start; this.at < this.passages.length; this.at++) {
      const passage = this.passages[this.at]
      if (!passage || mine !== this.run) return
      this.mark(passage.element)
      await this.speaker?.say(passage, this.rate)
    }
    if (mine === this.run) this.stop()
  }

  private mark(element: HTMLElement | undefined): void {
    document.querySelector('.is-said')?.classList.remove('is-said')
    element?.classList.add('is-said')
    // What can be seen stays where it is: a page that moves slips a button from under the finger.
    if (element && !this.isInView(element)) element.scrollIntoView({ block: 'center', behavior: 'instant' })
  }

  private isInView(element: HTMLElement): boolean {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= this.panel.getBoundingClientRect().top
  }

  private makePanel(): HTMLElement {
    const { words } = this.parts
    const panel = Object.assign(document.createElement('div'), { className: 'reader' })
    const add = (name: string, press: (button: HTMLButtonElement) => void) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name })
      button.addEventListener('click', () => press(button))
      panel.append(button)
      return button
    }
    add(words.stop, () => this.stop())
    add(words.again, () => void this.readFrom(this.at))
    const slower = add(words.slower, (button) => {
      this.rate = this.rate === USUAL_RATE ? SLOW_RATE : USUAL_RATE
      button.setAttribute('aria-pressed', String(this.rate === SLOW_RATE))
      void this.readFrom(this.at)
    })
    slower.setAttribute('aria-pressed', 'false')
    return panel
  }
}
