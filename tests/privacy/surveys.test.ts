import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tallyPlace } from '#domain/participation/tally-place.ts'
import type { Instant } from '#domain/time/instant.ts'
import { answerStep } from '#server/http/answer-step.ts'
import { receiveApiForm } from '#server/http/receive-api-form.ts'
import { makeSendLimit } from '#server/http/send-limit.ts'
import { forgetKeys } from '#server/operations/forget-keys.ts'
import { surveyCodeOf } from '#server/operations/survey-code.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import type { Envelope } from '#server/sealing/seal.ts'
import { insertCode } from '#server/store/code.store.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { insertRecord, type NewRecord } from '#server/store/record.store.ts'
import { addToTally } from '#server/store/tally.store.ts'
import { aClosedCase, formOf, received, said } from '../builders/closed-case.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

type Row = Readonly<Record<string, unknown>>
type Dump = Readonly<Record<string, readonly Row[]>>

/** The whole database, read from outside through a connection of its own: every table, every row. */
function dumpOf(file: string): Dump {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        (database.prepare(`select * from "${name}"`).all() as Row[]).map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, value]) => [
              column,
              value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
            ]),
          ),
        ),
      ]),
    )
  } finally {
    database.close()
  }
}

const fileOf = ({ config }: TestApp) => join(config.dataDir, 'llafar.sqlite')
const dump = (app: TestApp) => dumpOf(fileOf(app))
/** A backup as it should be made: whole, and every table written out in the order of its keys. */
function backUp(app: TestApp): string {
  const to = join(mkdtempSync(join(tmpdir(), 'llafar-backup-')), 'backup.sqlite')
  const database = new DatabaseSync(fileOf(app))
  database.prepare('vacuum into ?').run(to)
  database.close()
  return to
}
const rowsWith = (rows: Dump, value: string) =>
  Object.entries(rows).flatMap(([table, list]) =>
    list.filter((row) => Object.values(row).includes(value)).map((row) => ({ table, row })),
  )
const textOf = (rows: Dump) => JSON.stringify(rows)

/** Sends a form to the API of the app, as a program does. */
async function post(
  app: TestApp,
  form: string,
  body: Row,
  { key = randomUUID() as string, address = '192.0.2.7' } = {},
) {
  return receiveApiForm(app, {
    form,
    address,
    request: new Request(`http://localhost:4321/api/forms/${form}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'user-agent': 'Mozilla/5.0 (Dyfais-Sam)',
        'x-forwarded-for': address,
      },
      body: JSON.stringify({ language: 'cy', answers: {}, ...body }),
    }),
  })
}

const SIX_WORDS_NOBODY_WAS_GIVEN = 'ci cath ci cath ci cath'

describe('a closure survey code', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await makeTestApp()
  })

  test('opens one survey: the first sending is stored, the second refused', async () => {
    const { surveyCode } = await aClosedCase(app)

    const statuses = [
      (await post(app, 'closure-survey', { surveyCode, answers: { listened: 'a-lot' } })).status,
      (await post(app, 'closure-survey', { surveyCode, answers: { listened: 'no' } })).status,
    ]

    const kept = (await app.db.selectFrom('record').select('id').where('form', '=', 'closure-survey').execute()).length
    expect([statuses, kept]).toEqual([[201, 422], 1])
  })

  test('opens one survey when two are sent at once', async () => {
    const { surveyCode } = await aClosedCase(app)
    const sent = await Promise.all([
      post(app, 'closure-survey', { surveyCode }),
      post(app, 'closure-survey', { surveyCode }),
    ])

    const kept = (await app.db.selectFrom('record').select('id').where('form', '=', 'closure-survey').execute()).length
    expect([sent.map(({ status }) => status).sort(), kept]).toEqual([[201, 422], 1])
  })

  test('is not used up by a sending that has to be put right', async () => {
    const { surveyCode } = await aClosedCase(app)

    const statuses = [
      (await post(app, 'closure-survey', { surveyCode, answers: { listened: 'pigeon' } })).status,
      (await post(app, 'closure-survey', { surveyCode })).status,
    ]

    expect(statuses).toEqual([422, 201])
  })

  test('gives the same answer to the same sending sent again', async () => {
    const { surveyCode } = await aClosedCase(app)
    const key = randomUUID()
    const first = await post(app, 'closure-survey', { surveyCode }, { key })
    const again = await post(app, 'closure-survey', { surveyCode }, { key })

    expect([first.status, again.status, await again.json()]).toEqual([201, 201, await first.json()])
  })

  /** Codes that open nothing, each for another reason. */
  async function deadCodes() {
    const used = await aClosedCase(app)
    await received(app, 'closure-survey', {}, { surveyCode: used.surveyCode })
    const erased = await aClosedCase(app)
    // As an erasure does: the case's codes go with it.
    await app.db.deleteFrom('code').where('record', '=', erased.closing).execute()
    const other = await aClosedCase(app)
    return {
      unknown: SIX_WORDS_NOBODY_WAS_GIVEN,
      used: used.surveyCode,
      erased: erased.surveyCode,
      'a tracking code': said(other.referral.trackingCode ?? []),
      'no words of ours': 'helo helo helo helo helo helo',
      'five words': 'ci cath ci cath ci',
      nothing: '',
    }
  }

  test('that is unknown, used or erased is answered alike by the API: status, headers and every word', async () => {
    const answers: string[] = []
    for (const surveyCode of Object.values(await deadCodes())) {
      const response = await post(app, 'closure-survey', { surveyCode, answers: { listened: 'a-lot' } })
      answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`)
    }

    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('422')
  })

  test('that is unknown, used or erased is answered alike by the page that asks for it, and by the last page', async () => {
    const ask = async (surveyCode: string, page: string, action: string) => {
      const fields = new URLSearchParams({ page, do: action, surveyCode, submission: randomUUID() })
      const request = new Request('http://localhost:4321/cy/x', { method: 'POST', body: fields })
      const answered = await answerStep(app, {
        form: formOf(app, 'closure-survey'),
        language: 'cy',
        request,
        address: '192.0.2.7',
      })
      return answered.kind === 'screen' ? [answered.status, answered.state.page, answered.problems] : [answered.kind]
    }
    const { nothing: _mayBeTypedLater, ...dead } = await deadCodes()
    const onItsPage = await Promise.all(Object.values(dead).map((code) => ask(code, 'survey-code', 'go-on')))
    const atTheEnd = await Promise.all(Object.values(dead).map((code) => ask(code, 'check', 'send')))

    const refused = [422, 'survey-code', [{ question: 'surveyCode', rule: 'unknownCode' }]]
    expect([...onItsPage, ...atTheEnd]).toEqual([...onItsPage, ...atTheEnd].map(() => refused))
  })

  test('that opens nothing costs the same whatever the reason: the same work, roughly the same time', async () => {
    const dead = await deadCodes()
    const work: Record<string, string> = {}
    const times: Record<string, number[]> = {}
    let macs = 0
    let queries = 0
    const counting: TestApp = {
      ...app,
      macs: {
        of: (purpose, text) => {
          macs += 1
          return app.macs.of(purpose, text)
        },
        bytes: app.macs.bytes,
      },
      db: app.db.withPlugin({
        transformQuery: ({ node }) => {
          queries += 1
          return node
        },
        transformResult: async ({ result }) => result,
      }),
    }
    for (let round = 0; round < 30; round += 1)
      for (const [why, surveyCode] of Object.entries(dead)) {
        macs = 0
        queries = 0
        const began = performance.now()
        await post(counting, 'closure-survey', { surveyCode })
        times[why] = [...(times[why] ?? []), performance.now() - began]
        work[why] = `${macs} MACs, ${queries} queries`
      }
    const medians = Object.values(times).map((each) => each.sort((a, b) => a - b)[15] ?? 0)

    expect(new Set(Object.values(work)).size).toBe(1)
    // Wide: what is looked for is a lookup or a seal too many, not the noise of a busy machine.
    expect(Math.max(...medians)).toBeLessThan(Math.min(...medians) * 3 + 2)
  })

  test('is guessed at no faster than a tracking code: wrong ones are counted for a network, the right one is not', async () => {
    const slow: TestApp = { ...app, guessLimit: makeSendLimit(3) }
    const { surveyCode } = await aClosedCase(app)
    const other = await aClosedCase(app)
    const guess = async (code: string, address?: string) =>
      (await post(slow, 'closure-survey', { surveyCode: code }, address ? { address } : {})).status

    const statuses = [
      await guess(SIX_WORDS_NOBODY_WAS_GIVEN),
      await guess(surveyCode),
      await guess(SIX_WORDS_NOBODY_WAS_GIVEN),
      await guess(SIX_WORDS_NOBODY_WAS_GIVEN),
      await guess(SIX_WORDS_NOBODY_WAS_GIVEN),
      await guess(other.surveyCode),
      await guess(other.surveyCode, '198.51.100.9'),
    ]

    expect(statuses).toEqual([422, 201, 422, 422, 429, 429, 201])
  })
})

describe('the record of a closure survey', () => {
  let app: TestApp
  let before: Dump
  let after: Dump
  let survey: string
  beforeAll(async () => {
    app = await makeTestApp({ now: '2026-11-02T09:58:12.345Z' })
    const { surveyCode } = await aClosedCase(app, {
      authority: 'gwent',
      group: 'looked-after',
      age: 12,
      gender: 'girl',
      reason: 'rights',
    })
    before = dump(app)
    app.setNow('2026-11-10T15:22:33.444Z')
    survey = (await received(app, 'closure-survey', { listened: 'a-lot', helpedWithWords: 'Diolch' }, { surveyCode }))
      .record
    after = dump(app)
  })
  const only = (table: string) => (after[table] ?? []).filter((row) => (row.record ?? row.id) === survey)

  test('keeps the day and no person, case, staff member or reference', () => {
    expect(only('record')).toEqual([
      {
        id: survey,
        form: 'closure-survey',
        version: 1,
        about: null,
        person: null,
        corrects: null,
        service: 'cymru-demo',
        audience: 'survey-reader',
        authority: null,
        language: 'cy',
        channel: 'online',
        reference: null,
        received_at: '2026-11-10T00:00:00.000Z',
        occurred_at: '2026-11-10T00:00:00.000Z',
        by: null,
      },
    ])
  })

  test('is counted by five facts of the case, and by what was answered', () => {
    expect(only('answer').map(({ question, value }) => `${question}: ${value}`)).toEqual([
      'case.ageBand: 11-15',
      'case.authority: gwent',
      'case.group: looked-after',
      'case.language: cy',
      'case.quarter: 2026-27-q3',
      'listened: a-lot',
    ])
  })

  test('shares with the case nothing but names that many share', () => {
    const of = (rows: readonly Row[]) => new Set(rows.flatMap((row) => Object.values(row)).map(String))
    const ofCase = of(Object.values(before).flat())
    const ofSurvey = of(['record', 'answer', 'envelope', 'code'].flatMap(only))

    expect([...ofSurvey].filter((value) => ofCase.has(value)).sort()).toEqual([
      '1',
      '11-15',
      'cy',
      'cymru-demo',
      'gwent',
      'idempotency',
      'looked-after',
      'null',
      'online',
    ])
  })

  test('leaves no row of the code it came with', () => {
    expect((before.code ?? []).filter(({ kind }) => kind === 'survey').length).toBe(1)
    expect((after.code ?? []).filter(({ kind }) => kind === 'survey')).toEqual([])
  })

  test('changes nothing in the case it came from, and queues nothing', () => {
    for (const table of ['outbox', 'tally', 'access_log']) expect([table, after[table]]).toEqual([table, before[table]])
    const others = (rows: Dump) => (rows.record ?? []).filter(({ id }) => id !== survey)
    expect(others(after)).toEqual(others(before))
  })
})

describe('an annual survey', () => {
  let app: TestApp
  const answers = { source: 'friend', feelsSafe: 'no', authority: 'gwent', gender: 'girl', oneChange: 'Mwy o amser' }
  beforeEach(async () => {
    app = await makeTestApp({ now: '2026-11-17T10:07:21.987Z' })
  })

  test('is a record with a random id and the month alone', async () => {
    const { record } = await received(app, 'annual-survey', answers)
    const [row] = (dump(app).record ?? []) as readonly Row[]

    expect(record).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(row).toEqual({
      id: record,
      form: 'annual-survey',
      version: 1,
      about: null,
      person: null,
      corrects: null,
      service: 'cymru-demo',
      audience: 'survey-reader',
      authority: 'gwent',
      language: 'cy',
      channel: 'online',
      reference: null,
      received_at: '2026-11-01T00:00:00.000Z',
      occurred_at: '2026-11-01T00:00:00.000Z',
      by: null,
    })
  })

  test('is told to nobody, gets no reference and no code, and is tallied nowhere', async () => {
    const { reference, trackingCode } = await received(app, 'annual-survey', answers)
    const { outbox, tally, code } = dump(app)

    expect([reference, trackingCode, outbox, tally]).toEqual([undefined, undefined, [], []])
    expect((code ?? []).map(({ kind }) => kind)).toEqual(['idempotency'])
  })

  test.each([
    ['2026-11-17T10:07:21.987Z', '2026-11-18T00:00:00.000Z'],
    ['2026-11-17T12:00:00.000Z', '2026-11-18T12:00:00.000Z'],
    ['2026-11-17T23:59:59.999Z', '2026-11-18T12:00:00.000Z'],
  ])(
    'that came at %s is known as sent until %s: a noon or a midnight, so that no minute is kept',
    async (now, until) => {
      app.setNow(now)
      await received(app, 'annual-survey', answers)

      expect((dump(app).code ?? []).map(({ expires_at }) => expires_at)).toEqual([until])
    },
  )

  test('sent again within the half day is the same record; a day later nothing says that it was sent', async () => {
    const idempotencyKey = randomUUID()
    const first = await received(app, 'annual-survey', answers, { idempotencyKey })
    app.setNow('2026-11-17T22:00:00.000Z')
    const forgottenEarly = await forgetKeys(app)
    const again = await received(app, 'annual-survey', answers, { idempotencyKey })
    app.setNow('2026-11-18T10:07:21.987Z')
    const forgotten = await forgetKeys(app)

    expect([forgottenEarly, again.record, again.replayed, forgotten, dump(app).code]).toEqual([
      0,
      first.record,
      true,
      1,
      [],
    ])
  })

  test('forgets nobody else’s key: a referral sent again is the same for ever', async () => {
    await received(app, 'self-referral', { name: 'Sam', contactMethods: ['come-back'] })
    app.setNow('2027-11-17T10:07:21.987Z')

    expect([await forgetKeys(app), (dump(app).code ?? []).map(({ kind }) => kind).sort()]).toEqual([
      0,
      ['idempotency', 'tracking'],
    ])
  })

  test('is on no day and in no minute anywhere once its key is forgotten, nor in a line of the log', async () => {
    await post(app, 'annual-survey', { answers })
    await post(app, 'annual-survey', { answers: { feelsSafe: 'pigeon' } })
    app.setNow('2026-11-18T10:30:00.000Z')
    await forgetKeys(app)
    const everything = `${textOf({ ...dump(app), kysely_migration: [] })} ${app.lines.join('\n')}`

    expect(everything).toContain('2026-11-01T00:00')
    expect(['2026-11-17', '2026-11-18', '10:07', '10:30'].filter((time) => everything.includes(time))).toEqual([])
  })

  test('keeps nothing that a program puts where another form has its receipt: words there would be kept in clear', async () => {
    const confidentiality = { version: 'Sam Jones', language: 'cy', format: 'text', answer: 'understood' }
    const { status } = await post(app, 'annual-survey', { answers, confidentiality })

    expect([status, textOf(dump(app)).includes('Sam Jones')]).toEqual([201, false])
  })

  test('leaves no trace of the device or the network it came from', async () => {
    await post(app, 'annual-survey', { answers }, { address: '203.0.113.77' })
    const files = ['', '-wal', '-shm'].map((end) => readFileSync(`${fileOf(app)}${end}`).toString('latin1')).join('')

    const everything = `${files} ${textOf(dump(app))} ${app.lines.join('\n')}`
    expect(['203.0.113', 'Dyfais-Sam', 'Mozilla'].filter((trace) => everything.includes(trace))).toEqual([])
  })
})

describe('with the whole database in hand', () => {
  let app: TestApp
  let survey: string
  let first: string
  let second: string
  beforeAll(async () => {
    app = await makeTestApp({ now: '2026-11-17T10:01:00.000Z' })
    const child = { contactMethods: ['come-back'], authority: 'gwent' }
    await received(app, 'self-referral', { ...child, name: 'Sam', gender: 'boy', ethnicity: 'arab', age: 15 })
    app.setNow('2026-11-17T10:07:00.000Z')
    survey = (await received(app, 'annual-survey', { ethnicity: 'arab', oneChange: 'Mwy o amser' })).record
    app.setNow('2026-11-17T10:15:00.000Z')
    await received(app, 'self-referral', { ...child, name: 'Siân', gender: 'girl' })
    app.setNow('2026-11-18T12:00:00.000Z')
    await forgetKeys(app)
    first = backUp(app)
    app.setNow('2026-11-19T09:00:00.000Z')
    await received(app, 'annual-survey', { feelsSafe: 'no' })
    app.setNow('2026-11-20T12:00:00.000Z')
    await forgetKeys(app)
    second = backUp(app)
  })

  test.each(['record', 'answer', 'envelope', 'tally', 'code'])(
    '%s has no row numbers that would say in which order rows came',
    (table) => {
      const database = new DatabaseSync(fileOf(app), { readOnly: true })

      expect(() => database.prepare(`select rowid from ${table}`)).toThrow('no such column')
      database.close()
    },
  )

  test('there is no counter of rows either', () => {
    expect(Object.keys(dump(app))).not.toContain('sqlite_sequence')
  })

  test('an annual answer leads nowhere: its record’s id is in its own answers and envelope and in no other row', () => {
    const tables = rowsWith(dump(app), survey).map(({ table }) => table)

    expect([...new Set(tables)].sort()).toEqual(['answer', 'envelope', 'record'])
  })

  test('no instant in the rows of an annual survey is finer than the month', () => {
    const instants = rowsWith(dump(app), survey).flatMap(
      ({ row }) => JSON.stringify(row).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [],
    )

    expect([...new Set(instants)]).toEqual(['2026-11-01T00:00:00.000Z'])
  })

  test('the envelope of an annual survey says no more of when it came, to whoever may open it', async () => {
    const { Decrypter } = await import('age-encryption')
    const decrypter = new Decrypter()
    decrypter.addIdentity(await app.identityOf('survey-reader'))
    const envelope = rowsWith(dump(app), survey).find(({ table }) => table === 'envelope')
    const opened = await decrypter.decrypt(Buffer.from(String(envelope?.row.sealed), 'base64'), 'text')

    expect(JSON.parse(opened)).toEqual({
      form: 'annual-survey',
      version: 1,
      language: 'cy',
      reference: null,
      receivedAt: '2026-11-01T00:00:00.000Z',
      answers: { oneChange: 'Mwy o amser' },
    })
  })

  test('equality answers of referrals stand in a count of the whole service and year, without record, day or place', () => {
    expect(dump(app).tally).toEqual([
      { form: 'self-referral', period: '2026-27', authority: '', question: 'ethnicity', value: 'arab', n: 1 },
      { form: 'self-referral', period: '2026-27', authority: '', question: 'gender', value: 'boy', n: 1 },
      { form: 'self-referral', period: '2026-27', authority: '', question: 'gender', value: 'girl', n: 1 },
    ])
  })

  test('the tally shares with no record a value that is its own', () => {
    const { tally = [], ...rest } = dump(app)
    const inTally = new Set(tally.flatMap((row) => Object.values(row)).map(String))
    const referrals = (rest.record ?? []).filter(({ form }) => form === 'self-referral').map(({ id }) => id)
    const ofReferrals = ['record', 'answer', 'envelope', 'code', 'outbox'].flatMap((table) =>
      (rest[table] ?? []).filter((row) => referrals.includes((row.record ?? row.id) as string) || table === 'outbox'),
    )

    const shared = new Set(
      ofReferrals
        .flatMap((row) => Object.values(row))
        .map(String)
        .filter((value) => inTally.has(value)),
    )
    expect([...shared].sort()).toEqual(['1', 'self-referral'])
  })

  test('two backups with one survey between them show that one came between them, and nothing else of anybody', () => {
    const [then, now] = [dumpOf(first), dumpOf(second)]
    const added = Object.entries(now).flatMap(([table, rows]) => {
      const known = new Set((then[table] ?? []).map((row) => JSON.stringify(row)))
      return rows.filter((row) => !known.has(JSON.stringify(row))).map((row) => ({ table, row }))
    })
    const gone = Object.entries(then).flatMap(([table, rows]) => {
      const still = new Set((now[table] ?? []).map((row) => JSON.stringify(row)))
      return rows.filter((row) => !still.has(JSON.stringify(row))).map(() => table)
    })

    // What is left, as docs/threat-model.md says: the survey's own answers, dated between the two backups.
    expect(added.map(({ table }) => table).sort()).toEqual(['answer', 'record'])
    expect(gone).toEqual([])
    expect(JSON.stringify(added).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([
      '2026-11-01T00:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
    ])
  })

  test('two backups with one referral between them do give its equality answers away, and so docs/threat-model.md says', async () => {
    const then = dumpOf(backUp(app))
    app.setNow('2026-11-21T09:00:00.000Z')
    await received(app, 'self-referral', {
      name: 'Ben',
      contactMethods: ['come-back'],
      gender: 'boy',
      ethnicity: 'mixed',
    })
    const now = dumpOf(backUp(app))
    const raised = (now.tally ?? []).filter(
      (row) => !(then.tally ?? []).some((each) => JSON.stringify(each) === JSON.stringify(row)),
    )

    expect(raised.map(({ question, value }) => `${question}: ${value}`).sort()).toEqual([
      'ethnicity: mixed',
      'gender: boy',
    ])
    expect(readFileSync('docs/threat-model.md', 'utf8')).toContain('Two backups with one referral between them')
  })
})

describe('where equality answers are counted', () => {
  const at = '2026-11-17T10:01:00.000Z' as Instant
  const [gwent] = [{ id: 'gwent', region: 'gwent', words: {}, councils: [] }]
  const place = (expectedEachQuarter: number | undefined, form = 'self-referral', authority: string | null = 'gwent') =>
    tallyPlace(
      { authorities: [{ ...gwent, ...(expectedEachQuarter && { expectedEachQuarter }) }] },
      { form, authority, at },
    )

  test.each([
    ['ten are expected', 10, 'self-referral', 'gwent', { period: '2026-27-q3', authority: 'gwent' }],
    ['nine are expected', 9, 'self-referral', 'gwent', { period: '2026-27', authority: '' }],
    ['nobody said how many', undefined, 'self-referral', 'gwent', { period: '2026-27', authority: '' }],
    ['the authority is not known', 50, 'self-referral', null, { period: '2026-27', authority: '' }],
    [
      'another form than a referral, which few send',
      50,
      'advocate-change',
      'gwent',
      { period: '2026-27', authority: '' },
    ],
  ])('%s', (_, expected, form, authority, where) => {
    expect(place(expected, form, authority)).toEqual({ form, ...where })
  })
})

describe('a backup', () => {
  const aRecord = (id: string, received_at: string): NewRecord => ({
    record: {
      id,
      form: 'annual-survey',
      version: 1,
      about: null,
      person: null,
      corrects: null,
      service: 'cymru-demo',
      audience: 'survey-reader',
      authority: null,
      language: 'cy',
      channel: 'online',
      reference: null,
      received_at: received_at as Instant,
      occurred_at: received_at as Instant,
      by: null,
    },
    answers: [
      { question: 'listened', value: 'a-lot' },
      { question: 'thisYear', value: 'happy' },
    ],
    envelopes: [{ audience: 'survey-reader', sealed: new Uint8Array(700).fill(id.charCodeAt(0)) as Envelope }],
  })
  const records = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) =>
    aRecord(letter.repeat(36), '2026-11-01T00:00:00.000Z'),
  )

  async function backUpOf(order: readonly NewRecord[]): Promise<Buffer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'llafar-order-'))
    const { db } = openDatabase({ dataDir })
    await migrate(db, 'sqlite')
    // Says when the tables were made, and so differs.
    await db.schema.dropTable('kysely_migration').execute()
    for (const each of order)
      await db.transaction().execute(async (trx) => {
        await insertRecord(trx, each)
        await addToTally(trx, { form: 'self-referral', period: '2026-27', authority: '' }, [
          { question: 'gender', value: each.record.id.slice(0, 1) },
        ])
        await insertCode(trx, {
          mac: each.record.id,
          kind: 'idempotency',
          record: each.record.id,
          body_mac: null,
          expires_at: null,
        })
      })
    await db.destroy()
    const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
    file.prepare('vacuum into ?').run(join(dataDir, 'backup.sqlite'))
    file.close()
    return readFileSync(join(dataDir, 'backup.sqlite'))
  }

  test('is the same, byte for byte, in whatever order the same records came', async () => {
    const [inOrder, backwards] = [await backUpOf(records), await backUpOf([...records].reverse())]

    // The first page begins with counters of the file itself.
    expect(inOrder.subarray(100).equals(backwards.subarray(100))).toBe(true)
  })
})

describe('a survey code', () => {
  test('is stored as a MAC that the survey’s own record does not hold', async () => {
    const app = await makeTestApp()
    const { closing, surveyCode } = await aClosedCase(app)
    const mac = trackingCodeMac(app, surveyCodeOf(app, closing))
    const { record } = await received(app, 'closure-survey', {}, { surveyCode })

    expect([textOf(dump(app)).includes(mac), JSON.stringify(rowsWith(dump(app), record)).includes(closing)]).toEqual([
      false,
      false,
    ])
  })
})
