import { getMigrations } from 'better-auth/db/migration'
import { describe, expect, test } from 'vitest'
import { inviteMember, readLink, renewMember } from '#server/operations/staff/invite.ts'
import { listPeople, removeMember } from '#server/operations/staff/people.ts'
import { makeBetterAuth } from '#server/sign-in/better-auth.ts'
import { aServer, everyRow, type TestServer } from '../../builders/staff-server.ts'
import { aBrowser, aMember, PASSWORD, setSecondFactor } from '../../builders/staff-sign-in.ts'

const ADMINISTRATOR = { id: 'administrator' }
const newcomer = { name: 'Ifan Puw', email: 'Ifan@Example.test ', password: PASSWORD }

async function anInvitation(app: TestServer) {
  const made = await inviteMember(app, ADMINISTRATOR, { roles: ['coordinator'], language: 'cy' })
  return made?.link.split('#')[1] ?? ''
}

describe('an invitation', () => {
  test('is a link whose token is in the fragment, which browsers do not send', async () => {
    const app = await aServer('live')

    const made = await inviteMember(app, ADMINISTRATOR, { roles: ['coordinator'], language: 'en' })

    expect(made?.link).toMatch(/^http:\/\/localhost:4321\/en\/staff\/set-up#[\w-]{43}$/)
  })

  test('is kept without its token', async () => {
    const app = await aServer('live')

    const token = await anInvitation(app)

    expect(await everyRow(app)).not.toContain(token)
  })

  test('makes a member with its roles, and no others', async () => {
    const app = await aServer('live')

    const accepted = await app.signIn.createFromInvitation(await anInvitation(app), newcomer)

    expect(accepted).toMatchObject({ ok: true, email: 'ifan@example.test', roles: ['coordinator'] })
  })

  test('is good once', async () => {
    const app = await aServer('live')
    const token = await anInvitation(app)
    await app.signIn.createFromInvitation(token, newcomer)

    const again = await app.signIn.createFromInvitation(token, { ...newcomer, email: 'other@example.test' })

    expect(again).toEqual({ ok: false, why: 'used' })
    expect(await readLink(app, token)).toEqual({ ok: false, why: 'used' })
  })

  test('is good for one of two who follow it at once', async () => {
    const app = await aServer('live')
    const token = await anInvitation(app)

    const both = await Promise.all(
      ['a@example.test', 'b@example.test'].map((email) =>
        app.signIn.createFromInvitation(token, { ...newcomer, email }),
      ),
    )

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await app.db.selectFrom('staff').select('id').execute()).toHaveLength(1)
  })

  test('ends after seven days', async () => {
    const app = await aServer('live')
    const token = await anInvitation(app)

    app.putForward(7 * 24 + 0.1)

    expect(await app.signIn.createFromInvitation(token, newcomer)).toEqual({ ok: false, why: 'expired' })
  })

  test('lets somebody who was removed come back with the address that they had, as somebody new', async () => {
    const app = await aServer('live')
    const { id } = await aMember(app, 'ifan@example.test', ['advocate'])
    await removeMember(app, ADMINISTRATOR, id)
    expect(await everyRow(app)).not.toContain('ifan@example.test')

    const accepted = await app.signIn.createFromInvitation(await anInvitation(app), newcomer)

    expect(accepted).toMatchObject({ ok: true, email: 'ifan@example.test', roles: ['coordinator'] })
    const people = await listPeople(app)
    expect(people.map(({ email }) => email)).toEqual(['ifan@example.test'])
    expect(people.map((person) => person.id)).not.toContain(id)
  })

  test('stays good when the address is taken or the password too short', async () => {
    const app = await aServer('live')
    await aMember(app, 'ifan@example.test', ['advocate'])
    const token = await anInvitation(app)

    const tried = [
      await app.signIn.createFromInvitation(token, newcomer),
      await app.signIn.createFromInvitation(token, { ...newcomer, password: 'short' }),
    ]

    expect(tried).toEqual([
      { ok: false, why: 'email-taken' },
      { ok: false, why: 'password-length' },
    ])
    expect(await readLink(app, token)).toMatchObject({ ok: true })
  })

  test.each([
    ['no role', []],
    ['roles that one person may not hold together', ['complaints-lead', 'advocate']],
  ] as const)('is not made for %s', async (_, roles) => {
    const app = await aServer('live')

    expect(await inviteMember(app, ADMINISTRATOR, { roles, language: 'cy' })).toBeUndefined()
  })

  test('is the only way in: nobody can sign up', async () => {
    const app = await aServer('live')
    const auth = makeBetterAuth({ ...app, serviceName: 'Llafar' })

    const response = await auth.handler(
      new Request('http://localhost:4321/api/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:4321' },
        body: JSON.stringify({ name: 'X', email: 'x@example.test', password: PASSWORD }),
      }),
    )

    expect(response.ok).toBe(false)
    expect(await app.db.selectFrom('staff').select('id').execute()).toEqual([])
  })
})

describe('a renewal', () => {
  test('makes password and second factor anew, and ends what was open', async () => {
    const app = await aServer('live')
    const { id, email } = await aMember(app, 'mari@example.test', ['coordinator'])
    const browser = aBrowser()
    await setSecondFactor(app, email, browser)
    const token = (await renewMember(app, ADMINISTRATOR, { member: id, language: 'cy' }))?.link.split('#')[1] ?? ''

    const accepted = await app.signIn.createFromInvitation(token, {
      name: '',
      email: '',
      password: 'another pass phrase',
    })

    expect(accepted).toEqual({ ok: true, staff: id, email, roles: ['coordinator'] })
    expect(await app.signIn.staffOf(browser.visitor().headers)).toBeUndefined()
    const old = await app.signIn.tryPassword({ email, password: PASSWORD }, aBrowser('198.51.100.1').visitor())
    expect(old.outcome).toBe('wrong')
    const renewed = { email, password: 'another pass phrase' }
    const next = await app.signIn.tryPassword(renewed, aBrowser('198.51.100.2').visitor())
    expect(next.outcome).toBe('set-second-factor')
  })
})

describe('our tables', () => {
  test('are all that the sign-in library asks for', async () => {
    const app = await aServer('live')
    const auth = makeBetterAuth({ ...app, serviceName: 'Llafar' })

    const { toBeCreated, toBeAdded } = await getMigrations(auth.options)

    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
  })
})
