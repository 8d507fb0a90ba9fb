import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Audience, audiences } from '#domain/audience.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { addressFor, makeMailSender, type NoticeSender } from '#server/outbox/mail.ts'
import { enqueue } from '#server/outbox/queue.ts'
import { sendDue } from '#server/outbox/send.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

type Mail = { readonly from: string; readonly to: readonly string[]; readonly text: string }

let app: TestApp
let mails: Mail[]
let mailServer: SMTPServer
let isRefusing: boolean
let senders: NoticeSender[]

beforeEach(async () => {
  mails = []
  senders = []
  isRefusing = false
  mailServer = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, answer) =>
      answer(isRefusing ? new Error('SECRET-OF-THE-MAIL-SERVER no such person') : null),
    onData: (stream, session, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        })
        answer()
      })
    },
  })
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', () => resolve()))
  app = await makeTestApp({ now: '2026-11-22T12:00:00.000Z' })
})

afterEach(async () => {
  for (const sender of senders) sender.close()
  await new Promise<void>((resolve) => mailServer.close(() => resolve()))
  await app.db.destroy()
})

/** A sender to the mail server of this test. */
function aSender(settings: Partial<App['config']> = {}): NoticeSender {
  const { port } = mailServer.server.address() as AddressInfo
  const config = {
    ...app.config,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    notifyTo: 'team@eiriolaeth.example',
    ...settings,
  }
  const sender = makeMailSender(config, app.service)
  if (!sender) throw new Error('no mail server is set')
  senders.push(sender)
  return sender
}

/** Queues a notice that is due now. */
async function aNotice(id: string = randomUUID(), audience: Audience = 'team'): Promise<string> {
  const notice = { id, kind: 'new-referral', audience, language: 'cy', at: app.now() } as const
  await app.db.transaction().execute((trx) => enqueue(trx, notice))
  return id
}

const noticeOf = (id: string) => app.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const headersOf = (mail: Mail | undefined) =>
  mail?.text.slice(0, mail.text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ') ?? ''
const headerOf = (mail: Mail | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headersOf(mail))?.[1]
const bodyOf = (mail: Mail | undefined) => {
  const body = mail?.text.slice(mail.text.indexOf('\r\n\r\n') + 4) ?? ''
  if (headerOf(mail, 'content-transfer-encoding') === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return body
    .replaceAll('=\r\n', '')
    .replaceAll(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
}

describe('a notice', () => {
  test('says in both languages that something came and where to look, and nothing else', async () => {
    await aNotice()

    await sendDue(app, aSender())

    expect(bodyOf(mails[0]).trim().replaceAll('\r\n', '\n')).toBe(
      [
        'Mae rhywbeth newydd wedi cyrraedd. Edrychwch arno heddiw.',
        'http://localhost:4321/cy/staff',
        '',
        'Something new has come in. Please look at it today.',
        'http://localhost:4321/en/staff',
      ].join('\n'),
    )
  })

  test('has a subject that tells nobody what it is about', async () => {
    await aNotice()

    await sendDue(app, aSender())

    expect(headerOf(mails[0], 'subject')).toBe('Mae rhywbeth yn aros amdanoch / Something is waiting for you')
  })

  test('goes to the address that is set, from the one that is set', async () => {
    await aNotice()

    await sendDue(app, aSender({ notifyFrom: 'post@gwasanaeth.example' }))

    expect(mails.map(({ from, to }) => [from, to])).toEqual([['post@gwasanaeth.example', ['team@eiriolaeth.example']]])
  })

  test('has a Message-ID of its own, made of nothing but its own id', async () => {
    const [first, second] = [await aNotice(), await aNotice(randomUUID(), 'complaints-lead')]

    await sendDue(app, aSender())

    expect(mails.map((mail) => headerOf(mail, 'message-id')).sort()).toEqual(
      [`<${first}@localhost>`, `<${second}@localhost>`].sort(),
    )
  })

  test('holds nothing of what a young person wrote or of who they are', async () => {
    const form = app.forms.get('self-referral')
    if (!form) throw new Error('no self-referral')
    const received = await receiveForm(app, {
      form,
      language: 'cy',
      answers: {
        name: 'CYFRINACH-ENW',
        contactMethods: ['call'],
        phone: '07700900456',
        wantToHappen: 'CYFRINACH-GEIRIAU',
        reason: 'complaint',
        authority: 'gwent',
      },
      receipt: { version: '2026-11', language: 'cy', format: 'text', answer: 'understood' },
      trackingCode: true,
      idempotencyKey: randomUUID(),
    })

    app.setNow('2026-11-22T12:15:00.000Z')
    await sendDue(app, aSender())

    const reference = received.kind === 'stored' ? (received.reference ?? 'none') : 'none'
    const whole = `${headersOf(mails[0])}\n${bodyOf(mails[0])}`
    expect([received.kind, mails.length]).toEqual(['stored', 1])
    expect(
      ['CYFRINACH', '07700', 'gwent', 'Gwent', 'complaint', 'self-referral', reference].filter((each) =>
        whole.includes(each),
      ),
    ).toEqual([])
  })

  test('is in one language for a service of one language', async () => {
    app = { ...app, service: { ...app.service, languages: ['en'] } }
    await aNotice()

    await sendDue(app, aSender())

    expect([headerOf(mails[0], 'subject'), bodyOf(mails[0]).includes('/cy/')]).toEqual([
      'Something is waiting for you',
      false,
    ])
  })

  test('is sent once: another round finds nothing to send', async () => {
    const id = await aNotice()
    const sender = aSender()

    await sendDue(app, sender)
    app.setNow('2026-11-23T12:00:00.000Z')
    await sendDue(app, sender)

    expect([mails.length, (await noticeOf(id)).done_at]).toEqual([1, '2026-11-22T12:00:00.000Z'])
  })
})

describe('a notice that is refused', () => {
  test('is put off for half a minute, and says why from a list of its own', async () => {
    isRefusing = true
    const id = await aNotice()

    await sendDue(app, aSender())

    expect(await noticeOf(id)).toMatchObject({
      attempts: 1,
      next_at: '2026-11-22T12:00:30.000Z',
      locked_until: null,
      done_at: null,
      gave_up_at: null,
      last_failure: 'refused',
    })
  })

  test('keeps no word of the mail server, and logs none', async () => {
    isRefusing = true
    const id = await aNotice()

    await sendDue(app, aSender())

    expect(`${JSON.stringify(await noticeOf(id))}${app.lines.join('')}`).not.toContain('SECRET-OF-THE-MAIL-SERVER')
  })

  test('is not tried before its time', async () => {
    isRefusing = true
    const id = await aNotice()
    const sender = aSender()
    await sendDue(app, sender)

    app.setNow('2026-11-22T12:00:29.999Z')
    await sendDue(app, sender)

    expect((await noticeOf(id)).attempts).toBe(1)
  })

  test('goes when it is tried again, under the same Message-ID', async () => {
    isRefusing = true
    const id = await aNotice()
    const sender = aSender()
    await sendDue(app, sender)

    isRefusing = false
    app.setNow('2026-11-22T12:00:30.000Z')
    await sendDue(app, sender)

    expect([mails.map((mail) => headerOf(mail, 'message-id')), (await noticeOf(id)).last_failure]).toEqual([
      [`<${id}@localhost>`],
      null,
    ])
  })

  test('does not hold up the others', async () => {
    isRefusing = true
    const first = await aNotice()
    const sender = aSender()
    await sendDue(app, sender)
    isRefusing = false
    const second = await aNotice()

    await sendDue(app, sender)

    expect([(await noticeOf(first)).done_at, (await noticeOf(second)).done_at]).toEqual([
      null,
      '2026-11-22T12:00:00.000Z',
    ])
  })

  test('waits twice as long each time, four hours at most, and is given up aloud after twelve tries', async () => {
    isRefusing = true
    const id = await aNotice()
    const sender = aSender()
    const waits: number[] = []
    for (let tries = 0; tries < 20; tries += 1) {
      await sendDue(app, sender)
      const { next_at, attempts } = await noticeOf(id)
      if (attempts === tries + 1) waits.push((Date.parse(next_at) - Date.parse(app.now())) / 1_000)
      app.setNow(next_at)
    }

    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 14_400, 14_400, 14_400])
    expect(await noticeOf(id)).toMatchObject({ attempts: 12, done_at: null, gave_up_at: expect.any(String) })
    expect(
      app.lines.filter((line) => line.includes('"event":"notice-given-up"')).map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ attempts: 12, failure: 'refused' }])
  })
})

describe('a mail server that is not there', () => {
  test('is a failure of its own, and the notice waits', async () => {
    const id = await aNotice()

    await sendDue(app, aSender({ smtpUrl: 'smtp://127.0.0.1:1' }))

    expect(await noticeOf(id)).toMatchObject({ attempts: 1, done_at: null, last_failure: 'not-reached' })
  })
})

describe('an address that is not set', () => {
  test('is a failure of its own, and the notice waits', async () => {
    const id = await aNotice()

    await sendDue(app, aSender({ notifyTo: 'complaints-lead=cwynion@eiriolaeth.example' }))

    expect([mails, (await noticeOf(id)).last_failure]).toEqual([[], 'no-address'])
  })

  test.each([
    ['one for all', 'a@x.test', 'team', 'a@x.test'],
    ['its own', 'team=a@x.test,complaints-lead=b@x.test', 'complaints-lead', 'b@x.test'],
    ['its own rather than the one for all', 'a@x.test, team=b@x.test', 'team', 'b@x.test'],
    ['the one for all when it has none of its own', 'a@x.test,team=b@x.test', 'survey-reader', 'a@x.test'],
    ['none', 'team=a@x.test', 'survey-reader', undefined],
    ['none when nothing is set', undefined, 'team', undefined],
  ])('an audience has %s', (_, setting, audience, address) => {
    expect(addressFor(setting, audience)).toBe(address)
  })
})

describe('two senders', () => {
  test('that race send each notice once', async () => {
    const ids = await Promise.all(audiences.map((audience) => aNotice(randomUUID(), audience)))

    await Promise.all([sendDue(app, aSender()), sendDue(app, aSender()), sendDue(app, aSender())])

    expect(mails.map((mail) => headerOf(mail, 'message-id')).sort()).toEqual(
      ids.map((id) => `<${id}@localhost>`).sort(),
    )
  })

  test('keep off a notice that the other is just sending', async () => {
    await aNotice()
    const slow = heldUp()
    const first = sendDue(app, slow.sender)
    await slow.begun

    app.setNow('2026-11-22T12:01:59.000Z')
    await sendDue(app, aSender())

    expect(mails).toEqual([])
    slow.letGo()
    await first
  })

  test('do not lose a notice whose sender was ended in the middle: after two minutes another sends it, as the same message', async () => {
    const id = await aNotice()
    const dead = heldUp()
    void sendDue(app, dead.sender)
    await dead.begun

    app.setNow('2026-11-22T12:02:00.001Z')
    await sendDue(app, aSender())

    expect(mails.map((mail) => headerOf(mail, 'message-id'))).toEqual([`<${id}@localhost>`])
  })
})

/** A sender that has begun and does not come to an end until it is let go. */
function heldUp() {
  const begun = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const sender: NoticeSender = {
    send: async () => {
      begun.resolve()
      await held.promise
    },
    close: () => undefined,
    channel: 'mail',
  }
  return { sender, begun: begun.promise, letGo: () => held.resolve() }
}

describe('no mail server set', () => {
  test('means no sender: notices wait and none is lost', async () => {
    const id = await aNotice()

    expect([makeMailSender({ ...app.config, smtpUrl: undefined }, app.service), (await noticeOf(id)).attempts]).toEqual(
      [undefined, 0],
    )
  })
})

describe('a notice and its record', () => {
  test('are both stored or neither', async () => {
    const failing = app.db.transaction().execute(async (trx) => {
      await enqueue(trx, {
        id: 'notice',
        kind: 'new-referral',
        audience: 'team',
        language: 'cy',
        at: '2026-11-22T12:00:00.000Z' as Instant,
      })
      throw new Error('the record could not be stored')
    })

    await expect(failing).rejects.toThrow('the record could not be stored')
    expect(await app.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })
})

describe('when the server is told to stop', () => {
  test('a notice on its way is given back: the next process takes it at once', async () => {
    const id = await aNotice()
    const stopping = new AbortController()
    const never: NoticeSender = {
      channel: 'mail',
      send: () => new Promise<void>(() => stopping.abort()),
      close: () => undefined,
    }

    await sendDue(app, never, stopping.signal)
    const givenBack = await noticeOf(id)
    await sendDue(app, aSender())

    expect([givenBack.locked_until, givenBack.done_at, mails.length]).toEqual([null, null, 1])
  })

  test('no further notice is begun', async () => {
    await aNotice()
    await aNotice()
    await app.db
      .updateTable('outbox')
      .set({ batch: (eb) => eb.ref('id') })
      .execute()
    const stopping = new AbortController()
    const sent: string[] = []
    const stopper: NoticeSender = {
      channel: 'mail',
      send: async ({ id }) => {
        sent.push(id)
        stopping.abort()
      },
      close: () => undefined,
    }

    await sendDue(app, stopper, stopping.signal)

    expect(sent.length).toBe(1)
  })
})

describe('when the clock is put back', () => {
  test('by an hour, a new notice goes at once', async () => {
    const id = await aNotice()
    app.setNow('2026-11-22T11:00:00.000Z')

    await sendDue(app, aSender())

    expect([mails.length, (await noticeOf(id)).done_at]).toEqual([1, '2026-11-22T11:00:00.000Z'])
  })

  test('by a day, one that was claimed or put off does not wait for a day', async () => {
    const [claimed, putOff] = [await aNotice(), await aNotice()]
    const late = '2026-11-22T12:01:00.000Z' as Instant
    await app.db.updateTable('outbox').set({ attempts: 1, locked_until: late }).where('id', '=', claimed).execute()
    await app.db.updateTable('outbox').set({ attempts: 1, next_at: late }).where('id', '=', putOff).execute()
    app.setNow('2026-11-21T12:00:00.000Z')

    await sendDue(app, aSender())

    expect([(await noticeOf(claimed)).done_at, (await noticeOf(putOff)).done_at]).not.toContain(null)
  })
})
