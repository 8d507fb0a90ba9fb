import type { Language } from '#domain/language/language.ts'
import { chooseVoice } from '#domain/language/voice.ts'
import type { Passage } from './passages.ts'

/** Says passages: with a recording or a voice, the same for a whole page. */
export type Speaker = {
  /** Ends when it has been said, or when it was silenced. */
  readonly say: (passage: Passage, rate: number) => Promise<void>
  readonly silence: () => void
}

const LONGEST_WAIT_FOR_VOICES_MILLISECONDS = 1500
/** Chrome drops what is said right after something was silenced. */
const BREATH_MILLISECONDS = 60

/** Recordings where the whole page has them; otherwise a voice of the device; otherwise nobody. */
export async function findSpeaker(passages: readonly Passage[], language: Language): Promise<Speaker | undefined> {
  if (passages.every(({ clip }) => clip !== undefined)) return clipSpeaker(language)
  const isAndroid = /android/i.test(navigator.userAgent)
  const voice = chooseVoice(await listVoices(), language, { isAndroid })
  return voice && voiceSpeaker(voice)
}

/** The list is empty at first in some browsers. */
async function listVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const now = speechSynthesis.getVoices()
  if (now.length > 0) return now
  return new Promise((resolve) => {
    const answer = () => resolve(speechSynthesis.getVoices())
    speechSynthesis.addEventListener('voiceschanged', answer, { once: true })
    setTimeout(answer, LONGEST_WAIT_FOR_VOICES_MILLISECONDS)
  })
}

function voiceSpeaker(voice: SpeechSynthesisVoice): Speaker {
  let turn = 0
  const sayOne = (sentence: string, rate: number) =>
    new Promise<void>((resolve) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      Object.assign(utterance, { voice, lang: voice.lang, rate })
      utterance.onend = () => resolve()
      utterance.onerror = () => resolve()
      speechSynthesis.speak(utterance)
    })
  return {
    say: async ({ say }, rate) => {
      const mine = ++turn
      await new Promise((resolve) => setTimeout(resolve, BREATH_MILLISECONDS))
      for (const sentence of say.split(/(?<=[.?!]) +/)) if (mine === turn) await sayOne(sentence, rate)
    },
    silence: () => {
      turn++
      speechSynthesis.cancel()
    },
  }
}

function clipSpeaker(language: Language): Speaker {
  const audio = new Audio()
  let finish: () => void = () => undefined
  return {
    say: ({ clip = '' }, rate) =>
      new Promise((resolve) => {
        finish = resolve
        audio.onended = () => resolve()
        audio.onerror = () => resolve()
        audio.src = `/audio/${language}/${clip.slice(0, 2)}/${clip}.mp3`
        audio.playbackRate = rate
        audio.play().catch(() => resolve())
      }),
    silence: () => {
      audio.pause()
      finish()
    },
  }
}
