import { parentPort, workerData } from 'node:worker_threads'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { keepCounts } from '#server/reports/kept-counts.ts'
import { answerReport, type ReportAnswer, type ReportAsked } from '#server/reports/report-desk.ts'
import { type DatabasePlace, openForReading } from '#server/store/database.ts'

/** What the worker is started with. It is handed no secret, and can write nowhere. */
export type WorkerParts = { readonly place: DatabasePlace; readonly service: Service }
/** One report to count, as at a moment. */
export type WorkerOrder = { readonly asked: ReportAsked; readonly now: Instant }
export type WorkerAnswer = { readonly answer: ReportAnswer } | { readonly error: unknown }

const { place, service } = workerData as WorkerParts
const db = openForReading(place)
const counts = keepCounts()

/** Counts reports in a thread of its own, on a connection that only reads. @source DESIGN 6 */
parentPort?.on('message', ({ asked, now }: WorkerOrder) => {
  answerReport({ db, service, now: () => now, counts }, asked).then(
    (answer) => tell({ answer }),
    (error: unknown) => tell({ error }),
  )
})

function tell(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer)
}
