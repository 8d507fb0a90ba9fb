import { Worker } from 'node:worker_threads'
import type { PublishedReport } from '#domain/participation/publish.ts'
import type { Report } from '#domain/participation/report.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { NotPublished } from '#server/reports/public-edition.ts'
import {
  type ReportAnswer,
  type ReportAsked,
  type ReportDesk,
  ReportNotMadeError,
} from '#server/reports/report-desk.ts'
import type { WorkerAnswer, WorkerOrder, WorkerParts } from '#server/reports/report-worker.ts'

/** What a worker may take and how long, before it is ended. */
export type WorkerLimits = {
  readonly memoryMegabytes: number
  readonly milliseconds: number
  /** How long one that has nothing to do is kept, ready for the next report. */
  readonly idleMilliseconds: number
  /**
   * What took longer than this is kept as long as `keptMilliseconds`, for whoever was told to ask again; and the worker
   * stays, for what it has counted is much.
   */
  readonly slowMilliseconds: number
  readonly keptMilliseconds: number
}

const usual: WorkerLimits = {
  memoryMegabytes: 4096,
  milliseconds: 600_000,
  idleMilliseconds: 120_000,
  slowMilliseconds: 4_000,
  keptMilliseconds: 60_000,
}

/**
 * Counts reports in a worker, one after another, so that no child waits for one. The worker is there from the first
 * report until none has been asked for in a while, or stays where counting takes long; one that fails answers plainly,
 * and the next report has a new one.
 *
 * @source DESIGN 6 "Reports run in a worker on a read-only connection, so that counting never delays a child"
 */
export function deskInWorker(
  parts: WorkerParts & { readonly now: () => Instant },
  limits: WorkerLimits = usual,
): ReportDesk {
  const hand = workerHand({ place: parts.place, service: parts.service }, limits)
  const known = new Map<string, Promise<ReportAnswer>>()
  let last: Promise<unknown> = Promise.resolve()

  const count = async (asked: ReportAsked): Promise<ReportAnswer> => {
    const turn = last.then(() => hand.do({ asked, now: parts.now() }))
    last = turn.catch(() => undefined)
    return turn
  }
  /** Whoever asks the same meanwhile gets the same. */
  const ask = (asked: ReportAsked): Promise<ReportAnswer> => {
    const name = JSON.stringify(asked)
    const found = known.get(name)
    if (found) return found
    const started = performance.now()
    const answer = count(asked)
    const forget = () => void (known.get(name) === answer && known.delete(name))
    known.set(name, answer)
    answer.then(() => {
      if (performance.now() - started < limits.slowMilliseconds) forget()
      else setTimeout(forget, limits.keptMilliseconds).unref()
    }, forget)
    return answer
  }
  return {
    build: (period, cut) => ask({ edition: 'commissioner', period, cut }) as Promise<Report | undefined>,
    buildPublic: (period, cut) =>
      ask({ edition: 'public', period, cut }) as Promise<PublishedReport | NotPublished | undefined>,
    stop: () => hand.stop(),
  }
}

/** The worker itself: there when it is needed, and gone when it is not. */
function workerHand(workerData: WorkerParts, limits: WorkerLimits) {
  let worker: Worker | undefined
  let isStopped = false
  let hasMuch = false
  let idle: NodeJS.Timeout | undefined

  const dismiss = async () => {
    clearTimeout(idle)
    const gone = worker
    worker = undefined
    hasMuch = false
    await gone?.terminate()
  }
  const engage = () => {
    const engaged = new Worker(new URL('./report-worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
    })
    // One that ends while it has nothing to do is missed by nobody; its failure must not end the server.
    engaged.on('error', () => undefined)
    engaged.on('exit', () => {
      if (worker === engaged) worker = undefined
    })
    engaged.unref()
    return engaged
  }
  const hired = () => {
    clearTimeout(idle)
    worker ??= engage()
    return worker
  }
  const work = async (order: WorkerOrder): Promise<ReportAnswer> => {
    if (isStopped) throw new ReportNotMadeError('the server is being stopped')
    const started = performance.now()
    try {
      const told = await answerOf(hired(), order, limits.milliseconds)
      if ('error' in told) throw told.error
      hasMuch ||= performance.now() - started > limits.slowMilliseconds
      if (!hasMuch) idle = setTimeout(dismiss, limits.idleMilliseconds).unref()
      return told.answer
    } catch (error) {
      await dismiss()
      throw new ReportNotMadeError('a report could not be counted', { cause: error })
    }
  }
  return {
    do: work,
    stop: async () => {
      isStopped = true
      await dismiss()
    },
  }
}

/** What a worker answers, or why it does not: it failed, ended, or took too long. */
function answerOf(worker: Worker, order: WorkerOrder, milliseconds: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a report took too long')), milliseconds)
    const settle = (settled: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      settled()
    }
    const onMessage = (answer: WorkerAnswer) => settle(() => resolve(answer))
    const onError = (error: unknown) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new Error('the worker ended')))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(order)
  })
}
