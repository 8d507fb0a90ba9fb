import { describe, expect, test } from 'vitest'
import { findCouncil, listCouncils } from '#domain/service/find-council.ts'
import { loadService } from '#server/load-service.ts'

const wales = loadService('cymru-demo')
const lewisham = loadService('lewisham-demo')
const idsOf = (found: ReturnType<typeof listCouncils>) => found.map(({ council }) => council.id)

describe('the councils of a service', () => {
  test('are the twenty-two of Wales, each once, in six areas', () => {
    expect(new Set(idsOf(listCouncils(wales))).size).toBe(22)
    expect(new Set(listCouncils(wales).map(({ authority }) => authority.id)).size).toBe(6)
  })

  test.each([
    ['bridgend', 'cwm-taf'],
    ['swansea', 'western-bay'],
    ['wrexham', 'north-wales'],
    ['newport', 'gwent'],
  ])('%s is counted with %s', (council, area) => {
    expect(findCouncil(wales, council)?.authority.id).toBe(area)
  })

  test('know whom to ring at the council', () => {
    expect(findCouncil(lewisham, 'lewisham')?.council.dutyTeam).toEqual({
      phone: '020 7946 0121',
      outOfHoursPhone: '020 7946 0122',
    })
  })

  test('are not those of another service', () => {
    expect(findCouncil(lewisham, 'cardiff')).toBeUndefined()
  })
})
