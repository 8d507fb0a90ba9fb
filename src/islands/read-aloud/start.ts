import { isLanguage, type Language } from '#domain/language/language.ts'
import cy from '#locales/cy/read-aloud.json' with { type: 'json' }
import en from '#locales/en/read-aloud.json' with { type: 'json' }
import { Reader } from './reader.ts'
import { passageLister } from './recorded.ts'
import { findSpeaker, isRecorded, voicesAreListed } from './speakers.ts'

/**
 * Reads a page aloud, one passage after another, with a voice that lives in the device. Fetched by the first
 * tap on "Listen", and begins at once; never by itself.
 *
 * @source EASY-READ 3.2, 3.4
 */
const { lang } = document.documentElement
const button = document.querySelector<HTMLButtonElement>('[data-listen]')
if (button && isLanguage(lang)) void begin(button, lang)

async function begin(button: HTMLButtonElement, language: Language): Promise<void> {
  const words = { cy, en }[language]
  const list = await passageLister(language, button.dataset.recorded)
  if (!isRecorded(list())) await voicesAreListed()
  const sayNoVoice = () => {
    const said = Object.assign(document.createElement('p'), { className: 'notice', textContent: words.noVoice })
    said.setAttribute('role', 'status')
    button.hidden = true
    button.parentElement?.after(said)
    addEventListener('llafar:turn', () => said.remove())
  }
  if (!findSpeaker(list(), language)) return sayNoVoice()
  const reader = new Reader({
    findSpeaker: (passages) => findSpeaker(passages, language),
    sayNoVoice,
    button,
    words,
    listPassages: list,
  })
  button.addEventListener('click', () => reader.toggle())
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') reader.stop()
  })
  // Nothing is heard of a page that has been left.
  for (const leaving of ['pagehide', 'llafar:leave', 'llafar:turn']) addEventListener(leaving, () => reader.stop())
  reader.toggle()
  // How privacy was explained goes along with what is sent. @source H1
  document.documentElement.dataset.heard = 'yes'
}
