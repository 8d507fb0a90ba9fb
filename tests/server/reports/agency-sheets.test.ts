import { describe, expect, test } from 'vitest'
import type { Language } from '#domain/language/language.ts'
import { agenciesWithSheets, agencySheets } from '#server/reports/agency-sheets.ts'
import { deskHere } from '#server/reports/report-desk.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { accepts, asks, closes, notes } from './acts.ts'
import { type Act, play, without } from './records.ts'

const PERIOD = '2026-27-q3'
const AFTER = '2027-01-20T09:00:00Z'

/** Eight cases closed about contact and health, two of them about money too; one about school and education. */
const acts: readonly Act[] = [
  ...Array.from({ length: 8 }, (_, index) => `yp-${index}`).flatMap((name, index) => [
    asks(name, '2026-10-05T08:00:00Z', { age: 12 }),
    accepts(name, '2026-10-05T09:00:00Z'),
    closes(name, '2026-11-05T09:00:00Z', {
      issues: index < 2 ? ['family-contact', 'money'] : ['family-contact'],
      agencies: ['health'],
    }),
  ]),
  asks('alone', '2026-10-06T08:00:00Z', { age: 12 }),
  accepts('alone', '2026-10-06T09:00:00Z'),
  closes('alone', '2026-11-06T09:00:00Z', { issues: ['school-or-work'], agencies: ['education'] }),
  // Nobody's part in it was noted: what all agencies add up to is not the number of closed cases.
  asks('plain', '2026-10-06T08:00:00Z', { age: 12 }),
  accepts('plain', '2026-10-06T09:00:00Z'),
  closes('plain', '2026-11-06T09:00:00Z'),
  notes('quarter-narrative', 'raised', '2026-12-20T09:00:00Z', {
    section: 'systemic',
    day: '2026-12-18',
    words: 'Appointments are moved and nobody tells the young person.',
    raisedWith: ['health'],
    reply: 'agreed',
    changed: 'no',
  }),
  // The quarter before, and another section: neither is on the sheet.
  notes('quarter-narrative', 'earlier', '2026-12-20T10:00:00Z', {
    section: 'systemic',
    day: '2026-09-30',
    words: 'Earlier words.',
    raisedWith: ['health'],
    reply: 'waiting',
  }),
]

async function sheetsAfter(
  all: readonly Act[],
  { language = 'en', now = AFTER, period = PERIOD, agency }: Partial<Asked> = {},
) {
  const app = await makeTestApp()
  await play(app, all)
  app.setNow(now)
  return agencySheets({ ...app, reports: deskHere(app) }, { period, agency }, language)
}
type Asked = {
  readonly language: Language
  readonly now: string
  readonly period: string
  readonly agency: string
}

async function sheetOf(agency: string, all: readonly Act[], asked: Partial<Asked> = {}) {
  const sheets = await sheetsAfter(all, { ...asked, agency })
  if (!Array.isArray(sheets)) throw new Error(`no sheets: ${sheets}`)
  return sheets[0]
}

describe('the sheet of an agency', () => {
  test('says how many cases it had a part in, what they were about, and what was raised', async () => {
    expect(await sheetOf('health', acts)).toMatchObject({
      name: 'Health',
      closed: '10',
      themes: [{ name: 'Contact with family', length: 10, says: '10' }],
      withheld: [{ says: 'In how many cases each: 1 to 7', names: ['Money'] }],
      raised: [
        {
          words: 'Appointments are moved and nobody tells the young person.',
          came: ['Reply: Agreed.', 'Nothing has changed yet.'],
        },
      ],
      isLong: false,
    })
  })

  test('has another number when one case is not there', async () => {
    const sheet = await sheetOf('health', without(acts, 'yp-7'))

    expect(sheet?.closed).toBe('1 to 7')
    expect(sheet?.withheld[0]?.names).toEqual(['Contact with family', 'Money'])
  })

  test('loses a theme with the one case that had it, and what was raised with its words', async () => {
    expect((await sheetOf('education', acts))?.withheld[0]?.names).toEqual(['School or work'])
    expect((await sheetOf('education', without(acts, 'alone')))?.withheld).toEqual([])
    expect((await sheetOf('health', without(acts, 'raised')))?.raised).toEqual([])
  })

  test('is there in Welsh', async () => {
    const sheet = await sheetOf('health', acts, { language: 'cy' })

    expect(sheet).toMatchObject({ name: 'Iechyd', withheld: [{ says: 'Mewn faint o achosion yr un: 1 i 7' }] })
    expect(sheet?.raised[0]?.came).toEqual(['Ateb: Cytunwyd.', 'Does dim wedi newid eto.'])
  })

  test('is made for each agency that can be handed one, and for no other', async () => {
    const sheets = await sheetsAfter(acts)

    expect(Array.isArray(sheets) && sheets.map(({ agency }) => agency)).toEqual(agenciesWithSheets)
    expect(await sheetsAfter([], { agency: 'other' })).toBeUndefined()
    expect(await sheetsAfter([], { period: '2026-27' })).toBeUndefined()
    expect(await sheetsAfter([], { period: 'nonsense' })).toBeUndefined()
  })

  test('is not made before the quarter is over', async () => {
    expect(await sheetsAfter([], { now: '2026-12-31T23:59:59Z' })).toBe('not-over')
  })
})
