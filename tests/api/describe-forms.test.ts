import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { aSelfReferral, send } from '../builders/self-referral.ts'
import { fits } from '../builders/small-json-schema.ts'

type Description = {
  id: string
  version: number
  confidentiality: { version: string } | null
  schema: { [word: string]: unknown; properties: Record<string, { title: string; description?: string }> }
  rules: { question: string; rule: string; says?: string }[]
}

let server: RealServer
let described: Description
beforeAll(async () => {
  server = await startServer()
  described = (await (await fetch(`${server.url}/api/forms/self-referral?language=en`)).json()) as Description
}, 300_000)
afterAll(() => server?.stop())

describe('the list of forms', () => {
  test('names the public forms with the address of each first page in both languages, and no other form', async () => {
    const response = await fetch(`${server.url}/api/forms?language=en`)
    const { forms } = (await response.json()) as { forms: { id: string }[] }

    expect(response.status).toBe(200)
    expect(forms.find(({ id }) => id === 'self-referral')).toEqual({
      id: 'self-referral',
      title: 'Ask for an advocate',
      pages: { cy: '/cy/gofyn-am-eiriolwr', en: '/en/ask-for-an-advocate' },
    })
    expect(
      forms.map(({ id }) => id).filter((id) => ['screening', 'contact', 'child-message', 'child-ask'].includes(id)),
    ).toEqual([])
  })

  test('gives addresses at which a page answers', async () => {
    const { forms } = (await (await fetch(`${server.url}/api/forms`)).json()) as {
      forms: { pages: Record<string, string> }[]
    }
    const addresses = forms.flatMap(({ pages }) => Object.values(pages))

    const statuses = await Promise.all(addresses.map(async (address) => (await fetch(server.url + address)).status))

    expect(statuses).toEqual(addresses.map(() => 200))
  })

  test('is in Welsh when nothing else is asked for', async () => {
    const { forms } = (await (await fetch(`${server.url}/api/forms`)).json()) as {
      forms: { id: string; title: string }[]
    }

    expect(forms.find(({ id }) => id === 'self-referral')?.title).toBe('Gofyn am eiriolwr')
  })
})

describe('the description of a form', () => {
  test('says its version, and the version of the confidentiality summary that comes first', () => {
    expect([described.id, described.version, described.confidentiality]).toEqual([
      'self-referral',
      1,
      { version: '2026-11' },
    ])
  })

  test('has each question with its words in the language asked for', async () => {
    const welsh = (await (await fetch(`${server.url}/api/forms/self-referral?language=cy`)).json()) as Description

    expect(described.schema.properties.name?.title).toBe('What name shall we use?')
    expect(Object.keys(welsh.schema.properties)).toEqual(Object.keys(described.schema.properties))
    const same = Object.entries(welsh.schema.properties).filter(
      ([id, { title }]) => title === described.schema.properties[id]?.title,
    )
    expect(same).toEqual([])
  })

  test('names the rules that a schema cannot say', () => {
    expect(described.rules).toContainEqual({
      question: 'contactMethods',
      rule: 'nobodyCouldReach',
      says: expect.stringContaining('we could not answer you'),
    })
    expect(described.rules).toContainEqual({ question: 'meetingDate', rule: 'future date' })
  })

  test.each(['nothing', 'screening', 'child-message', '%00', 'self-referral%2f..'])(
    'is not given for %s',
    async (form) => {
      const response = await fetch(`${server.url}/api/forms/${form}`)

      expect(response.status).toBe(404)
    },
  )
})

const good: readonly (readonly [string, Record<string, unknown>])[] = [
  ['the least a child has to say', { name: 'Sam', contactMethods: ['come-back'] }],
  [
    'a ranked choice with what each way needs',
    {
      name: 'Siân',
      contactMethods: ['text', 'email', 'trusted-adult'],
      phone: '07700 900456',
      email: 'sian@example.com',
      trustedAdult: 'Mam-gu',
      leaveMessage: 'no',
      ifSomeoneElse: 'ring-off',
      neverUse: ['letter'],
    },
  ],
  [
    'nearly everything',
    {
      name: "O'Brien",
      contactMethods: ['letter'],
      letterAddress: '1 Stryd Fawr\nCaerdydd',
      contactTimes: ['morning', 'weekend'],
      trustedPerson: 'Mrs Price',
      age: 12,
      group: 'looked-after',
      authority: 'gwent',
      livingWhere: 'same-area',
      reason: 'rights',
      issues: ['money', 'health'],
      wantToHappen: 'Dw i eisiau help.',
      meetingSoon: 'review',
      meetingDate: '2099-01-31',
      urgent: 'very',
      speakLanguage: 'other',
      otherLanguage: 'Pwyleg',
      interpreter: 'yes',
      communication: ['signs'],
      howToContribute: 'together',
      source: 'friend',
      helper: 'nobody',
      gender: 'girl',
      disability: 'no',
    },
  ],
]
const bad: readonly (readonly [string, Record<string, unknown>])[] = [
  ['no name', { contactMethods: ['come-back'] }],
  ['an empty name', { name: '', contactMethods: ['come-back'] }],
  ['a name of 81 letters', { name: 'x'.repeat(81), contactMethods: ['come-back'] }],
  ['no way to reach the child', { name: 'Sam' }],
  ['an empty list of ways', { name: 'Sam', contactMethods: [] }],
  ['a way that is not offered', { name: 'Sam', contactMethods: ['pigeon'] }],
  ['four ways', { name: 'Sam', contactMethods: ['text', 'call', 'email', 'letter'] }],
  ['the same way twice', { name: 'Sam', contactMethods: ['come-back', 'come-back'] }],
  ['a way without what it needs', { name: 'Sam', contactMethods: ['email'] }],
  ['an answer to a question that is not asked', { name: 'Sam', contactMethods: ['come-back'], phone: '07700 900456' }],
  ['an answer that hangs on a missing one', { name: 'Sam', contactMethods: ['come-back'], otherLanguage: 'Pwyleg' }],
  ['a question that is not ours', { name: 'Sam', contactMethods: ['come-back'], shoeSize: 4 }],
  ['an age in words', { name: 'Sam', contactMethods: ['come-back'], age: 'twelve' }],
  ['an age of 31', { name: 'Sam', contactMethods: ['come-back'], age: 31 }],
  ['an area that is none', { name: 'Sam', contactMethods: ['come-back'], authority: 'london' }],
  ['a date that is written another way', { name: 'Sam', contactMethods: ['come-back'], comeBackDay: '31/1/2099' }],
]

describe('the schema of a form', () => {
  test.each(good)('fits %s, and so does the server take it', async (_, answers) => {
    const response = await send(server.url, { body: JSON.stringify(aSelfReferral({ answers })) })

    expect([fits(described.schema, answers), response.status]).toEqual([true, 201])
  })

  test.each(bad)('does not fit %s, and so does the server refuse it', async (_, answers) => {
    const response = await send(server.url, { body: JSON.stringify(aSelfReferral({ answers })) })

    expect([fits(described.schema, answers), response.status]).toEqual([false, 422])
  })

  test('allows as many emoji in a name as the server does', async () => {
    const answers = { name: '😀'.repeat(80), contactMethods: ['come-back'] }
    const response = await send(server.url, { body: JSON.stringify(aSelfReferral({ answers })) })

    expect([fits(described.schema, answers), response.status]).toEqual([true, 201])
  })
})
