import { describe, expect, test } from 'vitest'
import { type Filterable, type InboxFilter, pickLines } from '#domain/referral/inbox-filter.ts'
import type { Standing } from '#domain/referral/standing.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

const TODAY = '2026-11-20' as IsoDate
const owing: Standing = {
  status: 'received',
  receivedAt: '2026-11-19T10:00:00.000Z' as Instant,
  lookBy: '2026-11-20T17:00:00.000Z' as Instant,
  attempts: 0,
  priority: 'usual',
  untold: [],
  isAllocated: false,
  owes: [{ kind: 'look', at: '2026-11-20T17:00:00.000Z' as Instant }],
}
type Line = Filterable & { readonly id: string }
const line = (id: string, parts: Partial<Filterable> = {}): Line => ({
  id,
  form: 'self-referral',
  language: 'en',
  authority: 'conwy',
  audience: 'team',
  standing: owing,
  ...parts,
})
const lines = [
  line('welsh', { language: 'cy' }),
  line('settled in Welsh', { language: 'cy', standing: { ...owing, status: 'closed', owes: [] } }),
  line('gwynedd', { authority: 'gwynedd' }),
  line('English for a child who wants Welsh', { wantsWelsh: true, authority: 'powys' }),
  line('compliment', { form: 'feedback' }),
  line('complaint', { form: 'feedback', audience: 'complaints-lead' }),
  line('allocated', { standing: { ...owing, status: 'contacted', isAllocated: true, owes: [] } }),
]
const picked = (filter: Partial<InboxFilter>) =>
  pickLines(lines, { list: 'all', page: 1, ...filter }, TODAY)
    .lines.map(({ id }) => id)
    .sort()

describe('a list of the inbox', () => {
  test('is everything when nothing is asked for', () => {
    expect(picked({})).toHaveLength(7)
  })

  test('of what needs a person leaves out what is settled', () => {
    expect(picked({ list: 'owed' })).toEqual([
      'English for a child who wants Welsh',
      'complaint',
      'compliment',
      'gwynedd',
      'welsh',
    ])
  })

  test('of who waits for an advocate holds referrals alone', () => {
    expect(picked({ list: 'waiting' })).toEqual(['English for a child who wants Welsh', 'gwynedd', 'welsh'])
  })

  test('of what is to be answered in Welsh leaves out what nobody waits for', () => {
    expect(picked({ list: 'welsh' })).toEqual(['English for a child who wants Welsh', 'welsh'])
  })

  test.each([
    [{ answerIn: 'cy' }, ['settled in Welsh', 'welsh']],
    [{ authority: 'gwynedd' }, ['gwynedd']],
    [{ audience: 'complaints-lead' }, ['complaint']],
    [{ authority: 'gwynedd', answerIn: 'cy' }, []],
  ] as const)('takes only what is wanted: %o', (filter, ids) => {
    expect(picked(filter)).toEqual(ids)
  })

  test('comes in pages of 25, and a page past the end is the last', () => {
    const many = Array.from({ length: 51 }, (_, index) => line(String(index)))
    const page = (wanted: number) => pickLines(many, { list: 'all', page: wanted }, TODAY)

    expect([page(1).lines.length, page(3).lines.length, page(9).page, page(1).pages]).toEqual([25, 1, 3, 3])
  })
})
