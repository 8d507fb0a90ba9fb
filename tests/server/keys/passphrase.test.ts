import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkWords } from '#domain/keys/check-words.ts'
import { foldPassphrase, makePassphrase, wordsNeeded } from '#domain/keys/passphrase.ts'
import { armoredText, recipientText } from '#server/operations/keys/key-text.ts'
import { makeKeyPair, sealIdentity, unwrapIdentity, wrapIdentity } from '../../../src/islands/staff/keys/age-keys.ts'
import { PASSPHRASE } from '../../builders/key-holders.ts'

describe('a passphrase', () => {
  const words = (parse(readFileSync('content/picture-words.yaml', 'utf8')) as { cy: string; en: string }[]).map(
    ({ cy }) => cy,
  )

  test('has eight words of 256, or six of 2,048', () => {
    expect([wordsNeeded(256), wordsNeeded(300), wordsNeeded(2048)]).toEqual([8, 8, 6])
  })

  test('takes its words by chance alone', () => {
    const chance = new Uint8Array(16)
    chance[1] = 1

    expect(makePassphrase(words, chance).slice(0, 3)).toEqual([words[1], words[0], words[0]])
  })

  test('may be typed with or without accents, capitals and hyphens', () => {
    expect(foldPassphrase('Pêl-HAUL  Sgwâr ')).toBe(foldPassphrase('pel haul sgwar'))
  })

  test('opens the identity it wrapped', async () => {
    const { identity } = await makeKeyPair()

    const wrapped = await wrapIdentity(identity, PASSPHRASE)

    expect(await unwrapIdentity(wrapped, PASSPHRASE.toUpperCase())).toBe(identity)
  })

  test.each(['ci cath pêl haul sgwâr llyfr draig', 'arall', ''])('does not open it when it is "%s"', async (wrong) => {
    const { identity } = await makeKeyPair()
    const wrapped = await wrapIdentity(identity, PASSPHRASE)

    expect(await unwrapIdentity(wrapped, wrong)).toBeUndefined()
  })

  test('throws when what it wrapped was damaged', async () => {
    const wrapped = await sealIdentity('anything', (await makeKeyPair()).recipient)

    await expect(unwrapIdentity(wrapped.slice(0, 80), PASSPHRASE)).rejects.toThrow()
  })
})

describe('check words', () => {
  test('are six, and differ for two keys', async () => {
    const words = Array.from({ length: 256 }, (_, index) => `w${index}`)
    const [a, b] = [await makeKeyPair(), await makeKeyPair()]

    expect(checkWords(a.recipient, words)).toHaveLength(6)
    expect(checkWords(a.recipient, words)).not.toEqual(checkWords(b.recipient, words))
  })
})

describe('what the server takes as a key', () => {
  test('is a public key or something sealed', async () => {
    const { recipient, identity } = await makeKeyPair()

    expect(recipientText.safeParse(recipient).success).toBe(true)
    expect(armoredText.safeParse(await sealIdentity(identity, recipient)).success).toBe(true)
  })

  test('is never a private key', async () => {
    const { identity } = await makeKeyPair()

    expect(recipientText.safeParse(identity).success).toBe(false)
    expect(armoredText.safeParse(identity).success).toBe(false)
  })
})
