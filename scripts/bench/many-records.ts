import { randomBytes, randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Language } from '#domain/language/language.ts'
import { quarterOf } from '#domain/participation/period.ts'
import { addDays, type Instant, londonDay, londonInstant } from '#domain/time/instant.ts'
import type { Answers } from '#forms/define-form.ts'
import { splitAnswers } from '#forms/split-answers.ts'
import type { App } from '#server/app.ts'
import { rowOf } from '#server/operations/record-parts.ts'
import type { Submission } from '#server/operations/submission.ts'
import { arrivalKept } from '#server/operations/survey-arrival.ts'
import { sqliteFile } from '#server/store/sqlite.ts'
import type { RecordTable } from '#server/store/tables.ts'
import { inventCase } from '../demo/case.ts'
import { chanceOf } from '../demo/chance.ts'
import type { Desk } from '../demo/desk.ts'

/** Years that the records are spread over, the last one up to now. */
const YEARS = 5
/** As the inventions come out, with what is beside them. */
const RECORDS_OF_A_CASE = 12
const ROWS_AT_ONCE = 20_000
const ENVELOPE_BYTES = 64
/** Of a hundred young people, so many have been here before. */
const COME_BACK = 0.12
/** For each case, so many annual surveys and answerphone messages. */
const BESIDE = 0.3

type Rows = {
  readonly record: RecordTable[]
  readonly answer: (readonly [string, string, string])[]
  readonly envelope: (readonly [string, string, string])[]
}

/**
 * Fills an empty database with about so many records of invented cases, as evenly spread over the years as a nation's
 * service would have them: the demonstration's own inventions, written in bulk, with envelopes of bytes that open to
 * nothing. For measuring only.
 *
 * @returns how many there are.
 */
export async function fillWith(app: App, records: number, onProgress: (share: number) => void): Promise<number> {
  const rows: Rows = { record: [], answer: [], envelope: [] }
  const until = app.now()
  const write = app.databaseType === 'sqlite' ? sqliteWriter(app.config.dataDir) : postgresWriter(app)
  let written = 0
  const flush = async () => {
    written += rows.record.length
    await write.rows(rows)
    for (const each of Object.values(rows)) each.length = 0
  }
  const desk = fastDesk(app, rows)
  const chance = chanceOf(records)
  const cases = Math.ceil(records / RECORDS_OF_A_CASE)
  const first = addDays(londonDay(until), -YEARS * 365)
  for (let index = 0; index < cases; index += 1) {
    const day = addDays(first, Math.floor((index * YEARS * 365) / cases))
    const asked = londonInstant(day, `${String(chance.between(8, 20)).padStart(2, '0')}:${chance.pick(['05', '20'])}`)
    await inventCase({ desk, chance, service: app.service, until }, asked)
    if (chance.happens(BESIDE)) await beside(app, desk, asked)
    if (rows.answer.length > ROWS_AT_ONCE) await flush()
    if (index % 1000 === 0) onProgress(index / cases)
  }
  await flush()
  write.end()
  return written
}

async function beside({ service }: App, desk: Desk, at: Instant): Promise<void> {
  const authority = service.authorities[0]?.id ?? ''
  const says = { ageBand: '11-15', listenedTo: 'a-lot', helpedWith: ['rights'], feelsSafe: 'a-bit', authority }
  await desk.send('annual-survey', at, 'en', says)
  await desk.record('answerphone', undefined, at, { occurredAt: at, subject: 'referral', reply: 'replied' })
}

/** A desk on which things are written at once, unchecked, as they would be stored. */
function fastDesk(app: App, rows: Rows): Desk {
  const areas = new Map<string, string>()
  const closed = new Map<string, Instant>()
  const personOf = peopleWhoComeBack()
  const write = (form: string, at: Instant, answers: Answers, language: Language, about?: string) => {
    const definition = app.forms.get(form)
    if (!definition) throw new Error(`there is no form ${form}`)
    const isByStaff = definition.access === 'staff'
    const submission: Submission = {
      form: definition,
      language,
      answers,
      channel: isByStaff ? 'staff' : 'online',
      idempotencyKey: '',
      ...(about !== undefined && { about }),
      ...(form === 'screening' && { person: personOf() }),
      ...(isByStaff && { by: 'bench' }),
    }
    const record = rowOf(app, submission, arrivalKept(definition, at))
    const { counted, published, sealed } = splitAnswers(definition, answers)
    // Nobody is told one, and of so many two would be the same.
    rows.record.push({ ...record, reference: null })
    for (const { question, value } of [...counted, ...published]) rows.answer.push([record.id, question, String(value)])
    if (Object.keys(sealed).length > 0)
      rows.envelope.push([record.id, record.audience, randomBytes(ENVELOPE_BYTES).toString('hex')])
    return record.id
  }
  return {
    send: async (form, at, language, answers) => {
      const id = write(form, at, answers, language)
      if (form === 'self-referral') rows.answer.push([id, 'confidentiality.version', '1'])
      areas.set(id, String(answers.authority))
      return id
    },
    record: async (form, about, at, answers) => {
      if (form === 'closure' && about) closed.set(about, at)
      return write(form, at, answers, 'en', about)
    },
    survey: async (about, at, language, answers) => {
      const id = write('closure-survey', at, answers, language)
      const quarter = quarterOf(closed.get(about) ?? at)
      rows.answer.push([id, 'case.quarter', quarter], [id, 'case.authority', areas.get(about) ?? ''])
    },
  }
}

function peopleWhoComeBack(): () => string {
  const chance = chanceOf(1)
  const known: string[] = []
  return () => {
    const again = chance.happens(COME_BACK) ? known.at(-chance.between(50, 2000)) : undefined
    const person = again ?? randomUUID()
    known.push(person)
    return person
  }
}

const recordColumns = [
  'id',
  'form',
  'version',
  'about',
  'person',
  'corrects',
  'service',
  'audience',
  'authority',
  'language',
  'channel',
  'reference',
  'received_at',
  'occurred_at',
  'by',
] as const satisfies readonly (keyof RecordTable)[]

const names = recordColumns.map((name) => `"${name}"`).join(', ')

type Write = { readonly rows: (rows: Rows) => Promise<void>; readonly end: () => void }

/** One statement prepared for each table: nothing else is fast enough for a million. */
function sqliteWriter(dataDir: string): Write {
  const file = new DatabaseSync(sqliteFile(dataDir))
  file.exec('pragma synchronous = off; pragma cache_size = -1000000; pragma foreign_keys = off')
  const record = file.prepare(`insert into record (${names}) values (${recordColumns.map(() => '?').join(', ')})`)
  const answer = file.prepare('insert or ignore into answer values (?, ?, ?)')
  const envelope = file.prepare('insert into envelope values (?, ?, unhex(?))')
  return {
    rows: async (rows) => {
      file.exec('begin')
      for (const row of rows.record) record.run(...recordColumns.map((name) => row[name]))
      for (const row of rows.answer) answer.run(...row)
      for (const row of rows.envelope) envelope.run(...row)
      file.exec('commit')
    },
    end: () => file.close(),
  }
}

function postgresWriter({ db }: App): Write {
  const each = (rows: readonly unknown[]) => sql`json_array_elements(${JSON.stringify(rows)}::json)`
  const columns = recordColumns.map((name, index) => `(value->>${index})${name === 'version' ? '::integer' : ''}`)
  return {
    rows: async ({ record, answer, envelope }) => {
      const records = record.map((row) => recordColumns.map((name) => row[name]))
      await db.transaction().execute(async (trx) => {
        await sql`insert into record (${sql.raw(names)}) select ${sql.raw(columns.join(', '))} from ${each(records)}`.execute(
          trx,
        )
        await sql`insert into answer select value->>0, value->>1, value->>2 from ${each(answer)}
          on conflict do nothing`.execute(trx)
        await sql`insert into envelope select value->>0, value->>1, decode(value->>2, 'hex') from ${each(envelope)}`.execute(
          trx,
        )
      })
    },
    end: () => undefined,
  }
}
