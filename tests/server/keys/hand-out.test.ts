import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { questionsOf } from '#forms/define-form.ts'
import { safeContactQuestions } from '#forms/safe-contact.ts'
import { readConfig } from '#server/config.ts'
import { appendRecord } from '#server/operations/append-record.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { readMyKeys } from '#server/operations/keys/read-my-keys.ts'
import { sayReferral } from '#server/operations/say-inbox.ts'
import { startUp } from '#server/start-up.ts'
import { answersOf, openRecord } from '../../../src/islands/staff/inbox/open-record.ts'
import { makeKeyPair, openWithToken } from '../../../src/islands/staff/keys/age-keys.ts'

const COORDINATOR = { id: 'mari', roles: ['coordinator'] } as const
let stop: (() => Promise<void>) | undefined
afterEach(() => stop?.())

/** A demonstration with one referral, and the team's private key. */
async function aReferral() {
  const running = await startUp(readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'llafar-test-')) }))
  stop = running.stop
  const { app } = running
  const [, token = ''] = (await ensureSetUp(app))?.split('#') ?? []
  const form = app.forms.get('self-referral')
  if (!form) throw new Error('no form')
  await appendRecord(app, {
    form,
    language: 'cy',
    answers: { name: 'Gwen', contactMethods: ['text'], phone: '07700 900456' },
    receipt: { version: '1', language: 'cy', format: 'symbols', answer: 'explain' },
    channel: 'online',
    idempotencyKey: randomUUID(),
  })
  const [waiting] = (await readMyKeys(app, COORDINATOR)).waiting
  const identity = (await openWithToken(waiting?.identity ?? '', token)) ?? ''
  const [line] = await listInbox(app, COORDINATOR)
  return { app, form, id: line?.id ?? '', identity }
}

describe('handing out a referral', () => {
  test('gives the coordinator’s browser what it can open', async () => {
    const { app, form, id, identity } = await aReferral()

    const referral = await handOutReferral(app, COORDINATOR, id)

    const opened = await openRecord(referral?.envelopes, [identity])
    expect(answersOf(form, referral?.counted ?? {}, opened)).toMatchObject({ name: 'Gwen', phone: '07700 900456' })
  })

  test('is written down, with who and which', async () => {
    const { app, id } = await aReferral()

    await handOutReferral(app, COORDINATOR, id)

    const log = await app.db.selectFrom('access_log').select(['staff', 'act', 'record']).execute()
    expect(log).toEqual([{ staff: 'mari', act: 'opened-referral', record: id }])
  })

  test('gives nothing to somebody outside its audience', async () => {
    const { app, id } = await aReferral()

    const referral = await handOutReferral(app, { id: 'ifan', roles: ['survey-reader'] }, id)

    expect(referral).toBeUndefined()
  })

  test('opens for no other key', async () => {
    const { app, id } = await aReferral()
    const referral = await handOutReferral(app, COORDINATOR, id)

    const { identity } = await makeKeyPair()

    expect(await openRecord(referral?.envelopes, [identity])).toEqual({ kind: 'closed' })
  })

  test('says that confidentiality is to be explained first', async () => {
    const { app, id } = await aReferral()
    const referral = await handOutReferral(app, COORDINATOR, id)

    expect(referral && sayReferral(referral, 'cy')).toMatchObject({ asksToExplain: true, language: 'cy' })
  })

  test('gives nothing, and logs nothing, for a referral that is not there', async () => {
    const { app } = await aReferral()

    expect(await handOutReferral(app, COORDINATOR, randomUUID())).toBeUndefined()
    expect(await app.db.selectFrom('access_log').selectAll().execute()).toEqual([])
  })
})

describe('the safe-contact plan', () => {
  test('names questions that the referral asks', async () => {
    const { form } = await aReferral()
    const asked = questionsOf(form).map(({ id }) => id)

    expect(safeContactQuestions.filter((id) => !asked.includes(id))).toEqual([])
  })
})
