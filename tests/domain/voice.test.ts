import { describe, expect, test } from 'vitest'
import { chooseVoice } from '#domain/language/voice.ts'

const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService })
const nia = voice('Microsoft Nia Online (Natural)', 'cy-GB', false)
const google = voice('Google UK English Female', 'en-GB', false)
const chosen = (language: 'cy' | 'en', voices: readonly ReturnType<typeof voice>[], isAndroid = false) =>
  chooseVoice(voices, language, { isAndroid })?.name

describe('the voice that reads a page', () => {
  test('is never one that sends the words away', () => {
    expect(chosen('cy', [nia, google])).toBeUndefined()
    expect(chosen('en', [nia, google])).toBeUndefined()
  })

  test('is never of another language: an English voice does not read Welsh', () => {
    expect(chosen('cy', [voice('Daniel', 'en-GB')])).toBeUndefined()
    expect(chosen('en', [voice('Cymraeg', 'cy-GB')])).toBeUndefined()
  })

  test('is never Welsh on Android, which speaks English when the Welsh voice is not there', () => {
    expect(chosen('cy', [voice('cy-gb-x-cyf-local', 'cy_GB')], true)).toBeUndefined()
    expect(chosen('en', [voice('en-gb-x-gba-local', 'en_GB')], true)).toBe('en-gb-x-gba-local')
  })

  test.each(['cy', 'cy-GB', 'cy_GB', 'cym-GBR', 'CY'])('knows the tag %s as Welsh', (lang) => {
    expect(chosen('cy', [voice('Cymraeg', lang)])).toBe('Cymraeg')
  })

  test('is British where there is one, and easy to follow where there is one', () => {
    expect(chosen('en', [voice('Samantha', 'en-US'), voice('Daniel', 'en-GB')])).toBe('Daniel')
    expect(chosen('en', [voice('eSpeak English', 'en-GB'), voice('Samantha', 'en-US')])).toBe('Samantha')
    expect(chosen('cy', [voice('eSpeak Welsh', 'cy')])).toBe('eSpeak Welsh')
  })
})
