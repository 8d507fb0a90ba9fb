import type { APIContext } from 'astro'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ApiScope } from '#domain/api-scope.ts'
import { listApiTokens, makeToken, revokeToken } from '#server/operations/tokens/api-tokens.ts'
import { GET as readRecords } from '../../src/pages/api/records.ts'
import { GET as readReport } from '../../src/pages/api/reports/[period].ts'
import { acts, arrives, openedBy } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

const admin = { id: 'admin' }
let app: TestApp

beforeEach(async () => {
  app = await makeTestApp()
})

async function aToken(...scopes: ApiScope[]) {
  const made = await makeToken(app, admin, { name: 'Y system achosion', scopes })
  if (!made) throw new Error('no token was made')
  return made.token
}

type Answer = {
  readonly records: { readonly form: string; readonly audience: string; readonly envelopes: { sealed: string }[] }[]
  readonly next?: string
}
async function ask(token: string | undefined, search = '', read = readRecords, params = {}) {
  const request = new Request(`http://localhost:4321/api/x${search}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  const response = await read({ request, params, locals: { app } } as unknown as APIContext)
  return { status: response.status, body: (await response.json()) as Answer & { type?: string } }
}
const settle = () => app.setNow('2026-11-02T09:01:00.000Z')

describe('a token', () => {
  test('is kept as a proof of it, never as itself', async () => {
    const token = await aToken('records:read')

    const rows = JSON.stringify(await app.db.selectFrom('api_token').selectAll().execute())

    expect(rows).not.toContain(token.slice(8))
    expect(await listApiTokens(app)).toMatchObject([{ name: 'Y system achosion', scopes: ['records:read'] }])
  })

  test('without a name, or for nothing, is not made', async () => {
    expect(await makeToken(app, admin, { name: ' ', scopes: ['records:read'] })).toBeUndefined()
    expect(await makeToken(app, admin, { name: 'x', scopes: [] })).toBeUndefined()
  })

  test('that was revoked, changed or is missing opens nothing', async () => {
    const token = await aToken('records:read')
    const [stored] = await listApiTokens(app)
    expect((await ask(token)).status).toBe(200)

    await revokeToken(app, admin, stored?.id ?? '')

    for (const bad of [token, `${token}x`, token.replace('llafar_', ''), 'llafar_', undefined])
      expect(await ask(bad)).toMatchObject({ status: 401, body: { type: '/api/problems/token' } })
  })

  test('opens only what it is for', async () => {
    const [records, reports] = [await aToken('records:read'), await aToken('reports:read')]

    expect((await ask(reports)).body.type).toBe('/api/problems/token-scope')
    expect((await ask(records, '', readReport, { period: '2026-27-q3' })).body.type).toBe('/api/problems/token-scope')
    expect((await ask(reports, '', readReport, { period: '2026-27-q3' })).status).toBe(200)
  })
})

describe('records for another system', () => {
  test('come oldest first, each once, and go on from the place of the answer before', async () => {
    const token = await aToken('records:read')
    const { id } = await arrives(app, 'self-referral')
    app.setNow('2026-11-02T09:00:01.000Z')
    await acts(app, { form: 'screening', about: id, answers: { decision: 'accepted' } })
    settle()
    const first = await ask(token)
    app.setNow('2026-11-02T09:02:00.000Z')
    await acts(app, { form: 'contact', about: id, answers: { outcome: 'reached', method: 'call' } })
    app.setNow('2026-11-02T09:03:00.000Z')
    const second = await ask(token, `?after=${first.body.next}`)
    const third = await ask(token, `?after=${second.body.next}`)

    expect(first.body.records).toMatchObject([
      { id, form: 'self-referral', answers: { contactMethods: ['text'] } },
      { form: 'screening', about: id, answers: { decision: ['accepted'] } },
    ])
    expect(second.body.records.map(({ form }) => form)).toEqual(['contact'])
    expect(third.body).toEqual({ records: [], next: second.body.next })
  })

  test('are sealed as they are kept, and every handing-out is written down', async () => {
    const token = await aToken('records:read')
    const { id } = await arrives(app, 'self-referral')
    settle()

    const { body } = await ask(token)

    expect(JSON.stringify(body)).not.toContain('Gwen')
    const envelopes = body.records[0]?.envelopes.map(({ sealed }) => sealed)
    expect(await openedBy(app, 'team', envelopes)).toMatchObject([{ name: 'Gwen' }])
    expect(await app.db.selectFrom('access_log').select(['act', 'record']).where('record', '=', id).execute()).toEqual([
      { act: 'read-by-system', record: id },
    ])
  })

  test('are no complaints, unless the token is for complaints too', async () => {
    const [records, both, complaints] = [
      await aToken('records:read'),
      await aToken('records:read', 'complaints:read'),
      await aToken('complaints:read'),
    ]
    await arrives(app, 'feedback')
    await arrives(app, 'self-referral')
    settle()
    const desks = async (token: string) => (await ask(token)).body.records?.map(({ audience }) => audience).sort()

    expect(await desks(records)).toEqual(['team'])
    expect(await desks(both)).toEqual(['complaints-lead', 'team'])
    expect((await ask(complaints)).status).toBe(403)
  })

  test.each(['x', 'AAAA', encodeURIComponent("' or 1=1 --")])(
    'are not given from %s, which is no place',
    async (after) => {
      const token = await aToken('records:read')

      expect((await ask(token, `?after=${after}`)).body.type).toBe('/api/problems/unknown-place')
    },
  )
})
