import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { canStore } from '#server/operations/can-store.ts'
import { countOutbox } from '#server/store/outbox.store.ts'

/** Figures for whoever runs the server: how much and how fast, never who or what. */
export type Metrics = {
  /** Counts a request when it has been answered, and how long that took. */
  readonly watch: (request: IncomingMessage, response: ServerResponse) => void
  /** Everything, in the Prometheus text format. */
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>
}

/** Makes the figures of one server. Labels are from fixed lists: nothing that was asked for or sent is among them. */
export function makeMetrics(app: App): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'llafar_requests_total',
    help: 'Requests answered',
    labelNames: ['kind', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'llafar_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['kind'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  addOutbox(app, registers)
  return {
    watch: (request, response) => {
      const kind = kindOf(request)
      const stop = seconds.startTimer({ kind })
      response.once('finish', () => {
        stop()
        requests.inc({ kind, status: `${Math.floor(response.statusCode / 100)}xx` })
      })
    },
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  }
}

function addOutbox(app: App, registers: Registry[]): void {
  new Gauge({
    name: 'llafar_can_store',
    help: '1 when a form sent now would be stored, else 0',
    registers,
    async collect() {
      this.set((await canStore(app)) ? 1 : 0)
    },
  })
  new Gauge({
    name: 'llafar_notices',
    help: 'Notices that have not gone: waiting, or given up so that a person has to look',
    labelNames: ['state'],
    registers,
    async collect() {
      // A database that has gone is told by the other figure; all others are told none the less.
      const counts = await countOutbox(app.db).catch(() => undefined)
      this.set({ state: 'waiting' }, counts?.waiting ?? Number.NaN)
      this.set({ state: 'given-up' }, counts?.givenUp ?? Number.NaN)
    },
  })
}

/** The kind of thing that was asked for, from a list of five. */
function kindOf({ url = '', method }: IncomingMessage): 'health' | 'staff' | 'api' | 'step' | 'page' {
  if (url === '/api/health') return 'health'
  if (url.startsWith('/api/staff') || url.startsWith('/api/auth') || url.includes('/staff')) return 'staff'
  if (url.startsWith('/api/')) return 'api'
  return method === 'POST' ? 'step' : 'page'
}

/** Tells the figures on a port of their own, when one is set. @returns how to close it. */
export async function serveMetrics(metrics: Metrics, { metrics: where }: Pick<Config, 'metrics'>) {
  if (!where) return async () => undefined
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    metrics.read().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where.port, where.host, resolve)
  })
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
