import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lackingIn } from '#domain/service/lacking.ts'
import type { IsoDate } from '#domain/time/instant.ts'
import { buildStamp, isBuiltFor } from '#server/ensure-built.ts'
import { loadService, readService } from '#server/load-service.ts'
import { liveServiceText } from '../builders/live-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'llafar-service-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A service file of its own with this text. */
function aFile(text: string): string {
  const file = join(mkdtempSync(join(folder, 'one-')), 'service.yaml')
  writeFileSync(file, text)
  return file
}

describe('a live service', () => {
  test('starts when everything is set', () => {
    expect(loadService(aFile(liveServiceText())).kind).toBe('live')
  })

  test.each([
    [
      'a fact nobody has confirmed',
      ['toConfirm: []', 'toConfirm: [complaintsAboutCouncil]'],
      'complaintsAboutCouncil:',
    ],
    ['a telephone number kept for drama', ['phone: 0808 999 0123', 'phone: 0808 157 0123'], 'contact.phone:'],
    ['an address kept for examples', ['helo@llafar-live.cymru', 'helo@llafar.example'], 'contact.email:'],
    ['a fact that is not there', ['oldestAge: 25\n', ''], 'oldestAge:'],
    ['words in one language only', ['{ cy: Arian, en: Money }', '{ en: Money }'], 'issues.6.words:'],
    [
      'words that a comma cuts in two',
      ['{ cy: Arian, en: Money }', '{ cy: Arian, en: Money, and more }'],
      'issues.6.words:',
    ],
    ['the name of a fact that does not exist', ['toConfirm: []', 'toConfirm: [shoeSize]'], 'toConfirm.0:'],
    ['a fact that the program does not know', ['toConfirm: []', 'toConfirm: []\nshoeSize: 9'], 'shoeSize'],
  ])('is refused with %s, and says which', (_, [right = '', wrong = ''], named) => {
    const text = liveServiceText()
    expect(text).toContain(right)

    expect(() => loadService(aFile(text.replace(right, wrong)))).toThrow(named)
  })

  test('starts with an old entry, which is said aloud', () => {
    const file = aFile(liveServiceText().replace('checkedOn: 2026-11-02', 'checkedOn: 2020-01-01'))

    expect(loadService(file).kind).toBe('live')
    expect(lackingIn(readService(file), '2026-11-22' as IsoDate)).toEqual([
      { kind: 'old', at: 'specialistHelp.equality-advisory', checkedOn: '2020-01-01' },
    ])
  })

  test('has an entry that is a year old today, and none a day earlier', () => {
    const service = readService(aFile(liveServiceText()))

    expect(lackingIn(service, '2027-11-02' as IsoDate)).toEqual([])
    expect(lackingIn(service, '2027-11-03' as IsoDate).map(({ kind }) => kind)).toContain('old')
  })
})

describe('a demonstration', () => {
  test.each(['cymru-demo', 'lewisham-demo'])('%s may invent, and marks what it invents', (id) => {
    const service = loadService(id)

    expect(service.toConfirm).toEqual(
      expect.arrayContaining(['contact', 'complaintsAboutCouncil', 'complaintsAboutUs', 'retentionMonths', 'laws']),
    )
  })
})

describe('a build', () => {
  const siteUrl = 'http://localhost:4321'

  test('of one service is never taken for that of another, nor one without a stamp for any', () => {
    const buildDir = mkdtempSync(join(folder, 'build-'))
    const isBuilt = (service: string) => isBuiltFor({ service, siteUrl, buildDir })
    expect(isBuilt('lewisham-demo')).toBe(false)

    writeFileSync(join(buildDir, 'stamp'), buildStamp({ service: 'lewisham-demo', siteUrl }))

    expect([isBuilt('lewisham-demo'), isBuilt('cymru-demo')]).toEqual([true, false])
  })
})

describe('what a build is known by', () => {
  const siteUrl = 'http://localhost:4321'
  const stamp = (service: string, site = siteUrl) => buildStamp({ service, siteUrl: site })

  test('is the same for the same service', () => {
    expect(stamp('lewisham-demo')).toBe(stamp('lewisham-demo'))
  })

  test('is another for another service, another address, and a service file that was edited', () => {
    const file = aFile(liveServiceText())
    const before = stamp(file)
    writeFileSync(file, liveServiceText().replace('0808 999 0123', '0808 999 0124'))

    const stamps = [
      stamp('cymru-demo'),
      stamp('lewisham-demo'),
      stamp('cymru-demo', 'https://other.test'),
      before,
      stamp(file),
    ]
    expect(new Set(stamps).size).toBe(5)
  })
})
