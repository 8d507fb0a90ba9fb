import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildStamp } from '#server/ensure-built.ts'
import { readSymbolSet } from '#server/symbol-set.ts'

const tiny = 'tests/fixtures/symbols'
const folder = mkdtempSync(join(tmpdir(), 'llafar-symbols-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The tiny set with one file more, or another one. */
function aSet(file: string, text: string): string {
  const copy = mkdtempSync(join(folder, 'set-'))
  cpSync(tiny, copy, { recursive: true })
  writeFileSync(join(copy, file), text)
  return copy
}

const picture = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`

describe('another set of symbols', () => {
  test('gives the pictures it has, by our ids, and whom to thank', () => {
    const set = readSymbolSet(tiny)

    expect(Object.keys(set?.pictures ?? {}).sort()).toEqual(['advocate', 'now-urgent'])
    expect(set?.about.licence.name).toBe('Test Licence 1')
  })

  test('is none where none is set', () => {
    expect(readSymbolSet(undefined)).toBeUndefined()
  })

  test.each([
    ['a name that is none of ours', 'dragon.svg', picture('<path d="M0 0"/>'), 'dragon.svg'],
    ['a picture with a script', 'phone.svg', picture('<script>1</script>'), 'phone.svg'],
    ['a picture with a style', 'phone.svg', picture('<path style="fill:red" d="M0 0"/>'), 'phone.svg'],
    ['a picture that loads another', 'phone.svg', picture('<image href="https://a.example/b.png"/>'), 'phone.svg'],
    ['a picture without a window', 'phone.svg', '<svg><path d="M0 0"/></svg>', 'viewBox'],
    ['no word of its licence', 'set.yaml', 'credit: { cy: a, en: b }', 'set.yaml'],
  ])('is refused with %s, and says which', (_, file, text, named) => {
    expect(() => readSymbolSet(aSet(file, text))).toThrow(named)
  })

  test('is refused where there is none', () => {
    expect(() => readSymbolSet(join(folder, 'nowhere'))).toThrow('set.yaml')
  })

  test('makes the build another one, and so does a change of one of its pictures', () => {
    const stampWith = (symbols?: string) => buildStamp({ service: 'cymru-demo', siteUrl: 'http://localhost', symbols })
    const stamps = [undefined, tiny, aSet('advocate.svg', picture('<path d="M1 1"/>'))].map(stampWith)

    expect(new Set(stamps).size).toBe(3)
  })
})
