import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listStuck, noticeTrouble } from '#server/operations/notices.ts'
import { makeMailSender, type NoticeSender } from '#server/outbox/mail.ts'
import { enqueue } from '#server/outbox/queue.ts'
import { sendDue } from '#server/outbox/send.ts'
import { type MailServer, type Manners, startMailServer } from '../builders/mail-server.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

/** For a mail server that will say nothing, however long it is waited for. */
const SHORT = { connect: 200, word: 200, whole: 1_000 }

let app: TestApp
let mail: MailServer
let senders: NoticeSender[]

beforeEach(async () => {
  app = await makeTestApp({ now: '2026-11-22T12:00:00.000Z' })
  mail = await startMailServer()
  senders = []
})

afterEach(async () => {
  for (const sender of senders) sender.close()
  await mail.close()
  await app.db.destroy()
})

const settings = () => ({ ...app.config, smtpUrl: mail.url, notifyTo: 'team@eiriolaeth.example' })

function aSender(manners: Manners): NoticeSender {
  mail.behave(manners)
  const sender = makeMailSender(settings(), app.service, manners === 'hang' ? SHORT : undefined)
  if (!sender) throw new Error('no mail server is set')
  senders.push(sender)
  return sender
}

async function aNotice(): Promise<string> {
  const id = randomUUID()
  const notice = { id, kind: 'new-referral', audience: 'team', language: 'cy', at: app.now() } as const
  await app.db.transaction().execute((trx) => enqueue(trx, notice))
  return id
}

const noticeOf = (id: string) => app.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe.each([
  ['takes the line and says nothing', 'hang', 'not-reached', []],
  ['refuses', 'refuse', 'refused', []],
  ['keeps the mail and dies before it says so', 'accept and die', 'not-reached', ['the notice']],
] as const)('a mail server that %s', (_, manners, failure, kept) => {
  test('is a failure: the notice is put off, and lost to nobody', async () => {
    const id = await aNotice()

    await sendDue(app, aSender(manners))

    expect(await noticeOf(id)).toMatchObject({
      attempts: 1,
      last_failure: failure,
      next_at: '2026-11-22T12:00:30.000Z',
      done_at: null,
      locked_until: null,
    })
  })

  test('gets it again once it is well, under the same Message-ID, and then no more', async () => {
    const id = await aNotice()
    await sendDue(app, aSender(manners))

    const sender = aSender('accept')
    app.setNow('2026-11-22T12:00:30.000Z')
    await sendDue(app, sender)
    app.setNow('2026-11-23T12:00:00.000Z')
    await sendDue(app, sender)

    expect(mail.kept).toEqual([...kept.map(() => id), id])
  })

  test('is given up after twelve tries, which the inbox says', async () => {
    const sender = aSender(manners)
    const id = await aNotice()
    for (let tries = 0; tries < 12; tries += 1) {
      await sendDue(app, sender)
      app.setNow((await noticeOf(id)).next_at)
    }

    expect(await noticeTrouble({ ...app, config: settings() })).toMatchObject({ kind: 'given-up' })
    expect(await listStuck(app)).toMatchObject([{ id, attempts: 12, failure, isGivenUp: true }])
  })
})
