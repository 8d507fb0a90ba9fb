import { mkdirSync, readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { quarterBefore, quarterOf } from '#domain/participation/period.ts'
import type { App } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { listInboxPage } from '#server/operations/inbox.ts'
import { makeToken } from '#server/operations/tokens/api-tokens.ts'
import { watchClocks } from '#server/operations/watch-clocks.ts'
import { startUp } from '#server/start-up.ts'
import { startPostgres } from '../../tests/builders/postgres.ts'
import { type RealServer, startServer } from '../../tests/builders/real-server.ts'
import { settingsFor } from '../../tests/builders/stored.ts'
import { fillWith } from './many-records.ts'
import { SEALED, sendForm } from './send-form.ts'
import { residentMebibytes } from './sends.ts'

/** Sends that are timed where no report is counted beside them. */
const SENDS_ALONE = 100
/** Reports of a period that are timed, one after another. */
const REPORTS = 10
const coordinator = { id: 'bench', roles: ['coordinator'] } as const

/**
 * A quarter's and a year's full report over so many records, the lists and clocks of the staff side, and sends with and
 * without a report beside them, on both databases.
 *
 * @source DESIGN 12 "A quarter's full report (82 measures) over 1,000,000 records"
 */
export async function benchReports(records: number, folder: string): Promise<void> {
  await benchDatabase('SQLite', undefined, records, join(folder, 'sqlite'))
  const postgres = await startPostgres()
  try {
    await benchDatabase('PostgreSQL', postgres.url, records, join(folder, 'postgres'))
  } finally {
    await postgres.remove()
  }
}

async function benchDatabase(name: string, databaseUrl: string | undefined, records: number, dataDir: string) {
  mkdirSync(dataDir)
  const settings = settingsFor({ databaseUrl, dataDir })
  let server = await startServer({ dataDir, settings })
  const { app, stop } = await startUp(readConfig({ ...settings, DATA_DIR: dataDir }), { outbox: false })
  const print = (what: string) => process.stdout.write(`${name}: ${what}\n`)
  try {
    const written = await fillWith(app, records, (share) => progress(share))
    print(`${written} records of ${records}`)
    await server.stop()
    const start = async () => {
      server = await startServer({ dataDir, settings })
    }
    print(`ready after ${seconds(await timed(start))} s`)
    print(`first page after that: ${seconds(await timed(async () => (await fetch(`${server.url}/cy`)).text()))} s`)
    print(`${residentMebibytes(server)} MiB resident`)
    const made = await makeToken(app, coordinator, { name: 'bench', scopes: ['reports:read'] })
    await benchServer(app, server, made?.token ?? '', print)
    await benchDesk(app, print)
  } finally {
    await stop()
    await server.stop()
  }
}

function progress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} % filled `)
}

type Print = (what: string) => void

async function benchServer(app: App, server: RealServer, token: string, print: Print): Promise<void> {
  const quarter = quarterOf(app.now())
  const report = (period: string, level: 'authority' | 'region') =>
    timed(() => read(`${server.url}/api/reports/${period}?level=${level}`, token))
  // What is counted ahead begins with the server: whoever asks meanwhile gets the same, when it is there.
  const first = report(quarter, 'authority')
  print(`sends beside the first counting: ${shown(await sendsUntil(server, isOver(first)))}`)
  print(`${quarter}, counted for the first time: ${seconds(await first)} s`)
  print(
    `${quarterBefore(quarter)}, counted ahead after it: ${seconds(await report(quarterBefore(quarter), 'authority'))} s`,
  )
  print(`sends alone: ${shown(await sendsUntil(server, after(SENDS_ALONE)))}`)
  for (const period of [quarter, quarterBefore(quarter)]) {
    const times: number[] = []
    const made = oneAfterAnother(REPORTS, async () => times.push(await report(period, 'region')))
    print(`sends beside reports of ${period}: ${shown(await sendsUntil(server, isOver(made)))}`)
    print(`reports of ${period}, sends beside them: ${shown(times)}`)
    const alone: number[] = []
    await oneAfterAnother(REPORTS, async () => alone.push(await report(period, 'region')))
    print(`reports of ${period}, alone: ${shown(alone)}`)
  }
  const year = quarter.slice(0, 7)
  print(`${year}, counted for the first time: ${seconds(await report(year, 'authority'))} s`)
  print(`${year}, again: ${seconds(await report(year, 'region'))} s`)
  print(memory(server))
}

async function oneAfterAnother(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += 1) await work()
}

function isOver(work: Promise<unknown>): () => boolean {
  let is = false
  const end = () => {
    is = true
  }
  work.then(end, end)
  return () => is
}

/** The most there was at a time, and how much is the process's own now: of the rest most is the file, lent by the system. */
function memory({ pid }: RealServer): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [most, own] = ['VmHWM', 'RssAnon'].map((name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]))
  return `${Math.round((most ?? 0) / 1024)} MiB of memory at most with what the system lends of the file, ${Math.round((own ?? 0) / 1024)} MiB its own now`
}

function after(count: number): () => boolean {
  let left = count
  return () => left-- <= 0
}

/** One young person after another, until it is enough. At least one. */
async function sendsUntil({ url }: RealServer, isEnough: () => boolean): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  do {
    const started = performance.now()
    await sendForm(url, SEALED, agent)
    times.push(performance.now() - started)
  } while (!isEnough())
  agent.destroy()
  return times
}

function shown(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms  of ${sorted.length}`
}

async function read(url: string, token: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`a report was answered with ${answer.status}`)
  await answer.arrayBuffer()
}

/** How long something takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

/** What is done in the server itself, and how long it keeps others waiting at a stretch. */
async function benchDesk(app: App, print: Print): Promise<void> {
  const works = {
    'inbox, all, first page': () => listInboxPage(app, coordinator, { list: 'all', page: 1 }),
    'inbox, owed': () => listInboxPage(app, coordinator, { list: 'owed', page: 1 }),
    clocks: () => watchClocks(app),
    'clocks again': () => watchClocks(app),
  }
  for (const [what, work] of Object.entries(works)) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const took = seconds(await timed(work))
    // What kept everybody waiting at the end is seen only when it is over.
    await wait(50)
    delay.disable()
    print(`${what}: ${took} s, nobody else answered for ${(delay.max / 1e6).toFixed(0)} ms at most`)
  }
}
