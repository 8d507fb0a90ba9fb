import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addHours, toInstant } from '#domain/time/instant.ts'
import { listStuck, noticeTrouble, tryAgain } from '#server/operations/notices.ts'
import { watchClocks } from '#server/operations/watch-clocks.ts'
import { makeSenders } from '#server/outbox/outbox.ts'
import { sendDue } from '#server/outbox/send.ts'
import { acts, arrives } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

type Mail = { readonly to: string; readonly text: string; readonly id: string }
type Call = { readonly headers: IncomingHttpHeaders; readonly body: string }

const SECRET = 'a secret for the other system, long enough'
let mails: Mail[]
let calls: Call[]
let callStatus: number
let mailServer: SMTPServer
let mailPort: number
let listener: Server
let app: TestApp

/** A real mail server on a port of its own, or on the one it had before. */
async function startMail(port = 0) {
  mailServer = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const whole = Buffer.concat(parts).toString('utf8')
        const body = whole.slice(whole.indexOf('\r\n\r\n') + 4)
        const text = body
          .replaceAll('=\r\n', '')
          .replaceAll(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
        const id = /^message-id: <(.+)@/im.exec(whole)?.[1] ?? ''
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', text, id })
        answer()
      })
    },
  })
  await new Promise<void>((resolve) => mailServer.listen(port, '127.0.0.1', () => resolve()))
  mailPort = (mailServer.server.address() as AddressInfo).port
}
const stopMail = () => new Promise<void>((resolve) => mailServer.close(() => resolve()))

beforeEach(async () => {
  mails = []
  calls = []
  callStatus = 204
  await startMail()
  listener = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body })
      response.writeHead(callStatus).end()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  const made = await makeTestApp({ now: '2026-11-02T09:01:00.000Z' })
  const config = {
    ...made.config,
    smtpUrl: `smtp://127.0.0.1:${mailPort}`,
    notifyTo: 'team=tim@x.test,complaints-lead=cwynion@x.test',
    webhook: { url: `http://127.0.0.1:${port}/`, secret: SECRET },
  }
  app = { ...made, config }
})
afterEach(async () => {
  await stopMail().catch(() => undefined)
  await new Promise<void>((resolve) => listener.close(() => resolve()))
  await app.db.destroy()
})

/** One round of everything that goes by itself. */
async function round(at?: string) {
  if (at) app.setNow(at)
  await watchClocks(app)
  const senders = makeSenders(app)
  for (const sender of senders) await sendDue(app, sender)
  for (const sender of senders) sender.close()
}
const sentences = () => mails.map(({ to, text }) => `${to}: ${text.split(/\r?\n/)[0]}`)

describe('notices', () => {
  test('of what can wait go on the quarter of an hour, together, to the address of each desk', async () => {
    await arrives(app, 'self-referral')
    await arrives(app, 'self-referral')
    await arrives(app, 'feedback')
    await round()
    expect(mails).toEqual([])

    await round('2026-11-02T09:15:00.000Z')

    expect(sentences().sort()).toEqual([
      'cwynion@x.test: Mae neges newydd. Edrychwch arni heddiw.',
      'tim@x.test: Mae rhywbeth newydd wedi cyrraedd. Edrychwch arno heddiw.',
    ])
  })

  test('of what is pressing go at once', async () => {
    await arrives(app, 'self-referral', { meetingSoon: 'review', urgent: 'very' })

    await round()

    expect(sentences()).toEqual(['tim@x.test: Mae rhywbeth brys wedi cyrraedd. Edrychwch arno nawr.'])
  })

  test('tell once of each promise that comes near or passes', async () => {
    const { id } = await arrives(app, 'self-referral')
    await round('2026-11-02T09:15:00.000Z')
    // The end of Tuesday passes with nobody looking.
    await round('2026-11-03T17:00:00.000Z')
    await round('2026-11-03T17:01:00.000Z')
    await round('2026-11-03T17:15:00.000Z')
    await round('2026-11-03T18:00:00.000Z')
    await acts(app, { form: 'screening', about: id, answers: { decision: 'accepted' } })
    // 72 hours from then: soon at 60, late after.
    await round('2026-11-06T06:00:00.000Z')
    await round('2026-11-06T18:00:00.000Z')
    await round('2026-11-06T18:00:01.000Z')
    await round('2026-11-07T09:00:00.000Z')

    expect(mails.map(({ text }) => text.split(/\r?\n/)[0])).toEqual([
      'Mae rhywbeth newydd wedi cyrraedd. Edrychwch arno heddiw.',
      'Mae rhywbeth newydd heb gael ei weld mewn pryd. Edrychwch arno nawr.',
      "Mae rhywbeth i'w wneud yn fuan. Edrychwch arno heddiw.",
      'Mae rhywbeth yn hwyr. Edrychwch arno nawr.',
    ])
  })

  test('tell on the day by which a child is to be told of a passing-on', async () => {
    const { id } = await arrives(app, 'self-referral')
    const answers = {
      consent: 'given',
      toWhom: ['police'],
      told: 'not-yet',
      whyNotYet: 'x',
      tellBy: '2026-11-05',
      supportContinued: 'yes',
    }
    for (const form of ['screening', 'contact'])
      await acts(app, {
        form,
        about: id,
        answers: form === 'contact' ? { outcome: 'reached', method: 'call' } : { decision: 'accepted' },
      })
    await acts(app, { form: 'passing-on', about: id, answers })
    await round('2026-11-05T08:59:00.000Z')
    mails = []

    await round('2026-11-05T09:00:00.000Z')

    expect(mails[0]?.text).toContain('Somebody still has to be told something.')
  })

  test('hold nothing of what was written, nor a reference', async () => {
    await arrives(app, 'self-referral', { name: 'Cyfrinach', wantToHappen: 'Cyfrinach' })

    await round('2026-11-02T09:15:00.000Z')

    const references = await app.db.selectFrom('record').select('reference').execute()
    const all = JSON.stringify([mails, calls])
    expect([calls.length, mails.length]).toEqual([1, 1])
    for (const secret of ['Cyfrinach', '07700', references[0]?.reference ?? 'none', 'self-referral'])
      expect(all).not.toContain(secret)
  })
})

describe('a mail server that is down for an hour', () => {
  test('loses nothing, doubles nothing, and a person is told', async () => {
    const port = mailPort
    await stopMail()
    const start = toInstant(new Date('2026-11-02T09:00:00.000Z'))
    for (let minute = 0; minute <= 60; minute += 1) {
      app.setNow(addHours(start, minute / 60))
      if (minute % 20 === 0) await arrives(app, 'self-referral')
      await round()
    }

    expect(mails).toEqual([])
    expect(await noticeTrouble(app)).toEqual({ kind: 'late', since: '2026-11-02T09:00:00.000Z' })

    await startMail(port)
    for (let minute = 61; minute <= 240; minute += 1) await round(addHours(start, minute / 60))

    const kept = await app.db
      .selectFrom('outbox')
      .select(['id', 'batch', 'done_at'])
      .where('channel', '=', 'mail')
      .execute()
    expect(kept).toHaveLength(4)
    expect(kept.every(({ done_at }) => done_at !== null)).toBe(true)
    expect(mails.map(({ id }) => id).sort()).toEqual([...new Set(kept.map(({ batch }) => batch))].sort())
    expect(await noticeTrouble(app)).toBeUndefined()
  })
})

describe('a notice that was given up', () => {
  test('is shown to a person, and goes when they ask for it', async () => {
    await arrives(app, 'self-referral')
    await app.db
      .updateTable('outbox')
      .set({ gave_up_at: app.now(), attempts: 12, last_failure: 'refused' })
      .where('channel', '=', 'mail')
      .execute()

    expect(await noticeTrouble(app)).toMatchObject({ kind: 'given-up' })
    expect(await listStuck(app)).toMatchObject([
      { kind: 'new-referral', audience: 'team', failure: 'refused', isGivenUp: true },
    ])
    expect(await tryAgain(app)).toBe(1)
    await round()
    expect([mails.length, await listStuck(app)]).toEqual([1, []])
  })
})

describe('the webhook', () => {
  const signed = ({ headers, body }: Call, secret: string) =>
    `v1,${createHmac('sha256', secret).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`

  test('says that there is something to ask for, signed, and no more', async () => {
    await arrives(app, 'self-referral')

    await round('2026-11-02T09:15:00.000Z')

    const [call] = calls
    if (!call) throw new Error('nobody called')
    expect(JSON.parse(call.body)).toEqual({ id: call.headers['webhook-id'], kinds: ['new-referral'], audience: 'team' })
    expect(call.headers['webhook-signature']).toBe(signed(call, SECRET))
  })

  test('that was changed on the way, or made by another, has not its signature', async () => {
    await arrives(app, 'self-referral')
    await round('2026-11-02T09:15:00.000Z')
    const [call] = calls
    if (!call) throw new Error('nobody called')

    expect(signed({ ...call, body: call.body.replace('team', 'x') }, SECRET)).not.toBe(
      call.headers['webhook-signature'],
    )
    expect(signed(call, randomUUID())).not.toBe(call.headers['webhook-signature'])
  })

  test('is tried again when it is refused, under the same id, and holds up no mail', async () => {
    callStatus = 500
    await arrives(app, 'self-referral')
    await round('2026-11-02T09:15:00.000Z')
    callStatus = 200
    await round('2026-11-02T09:15:30.000Z')

    expect([mails.length, calls.length]).toEqual([1, 2])
    expect(calls[0]?.headers['webhook-id']).toBe(calls[1]?.headers['webhook-id'])
  })
})
