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

/** Whether every passage has its recording. */
export function isRecorded(passages: readonly Passage[]): boolean {
  return passages.every(({ clip }) => clip !== undefined)
}

/** Recordings where the whole page has them; otherwise a voice of the device that is listed by now; otherwise nobody. */
export function findSpeaker(passages: readonly Passage[], language: Language): Speaker | undefined {
  if (isRecorded(passages)) return clipSpeaker(language)
  const isAndroid = /android/i.test(navigator.userAgent)
  const voice = chooseVoice(speechSynthesis.getVoices(), language, { isAndroid })
  return voice && voiceSpeaker(voice)
}

/** The list is empty at first in some browsers: ends when there are voices, or when none will come. */
export async function voicesAreListed(): Promise<void> {
  if (speechSynthesis.getVoices().length > 0) return
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true })
    setTimeout(resolve, LONGEST_WAIT_FOR_VOICES_MILLISECONDS)
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
