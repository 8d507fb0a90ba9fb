import { describe, expect, test } from 'vitest'
import { confidentialitySummary } from '#i18n/confidentiality-summary.ts'
import { loadService } from '#server/load-service.ts'

const about = (service: string, reader: 'child' | 'adult') =>
  confidentialitySummary({
    language: 'en',
    councilSeesNames: loadService(service).councilSeesNames,
    reader,
    audience: 'team',
    otherAudiences: [],
  }).ideas

describe('what stays private, where a council sees names', () => {
  test.each([
    ['child', 'We ask you first. We only tell other people what you say if you say yes.', /^Some people .* your name/],
    ['adult', 'We ask the young person first, before we tell anyone else what they say.', /^Some people .* the name/],
  ] as const)('speaks of words alone, and says at once who sees the name (%s)', (reader, asks, sees) => {
    const said = about('lewisham-demo', reader).map(({ say }) => say)

    expect(said[1]).toBe(asks)
    expect(said[2]).toMatch(sees)
  })

  test.each(['child', 'adult'] as const)('says nothing of it where names stay with us (%s)', (reader) => {
    const ideas = about('cymru-demo', reader)

    expect(ideas.map(({ say }) => say).join(' ')).not.toMatch(/council/)
    expect(ideas.flatMap((idea) => Object.keys(idea))).toEqual(ideas.flatMap(() => ['symbol', 'say']))
  })
})
