import type { App } from '#server/app.ts'
import type { NotPublished } from '#server/reports/public-edition.ts'
import { isNotMade } from '#server/reports/report-desk.ts'
import { soon } from '#server/reports/soon.ts'

/** Why a page has no report to show: it takes longer, it failed, there is none, or it may not be published. */
export type Refusal = 'being-made' | 'not-made' | 'unknown' | NotPublished

/** What a page shows where a report was asked for, and the status with which it is answered. */
export type MadeSoon<Result> =
  | { readonly report: Result; readonly refusal?: undefined; readonly status: 200 }
  | { readonly report?: undefined; readonly refusal: Refusal; readonly status: 200 | 202 | 404 | 503 }

/** Waits for a report as long as somebody would, and says what came of it. */
export async function madeSoon<Result extends object>(
  { log }: Pick<App, 'log'>,
  work: Promise<Result | NotPublished | undefined>,
): Promise<MadeSoon<Result>> {
  try {
    const made = await soon(work)
    if (!made) return { refusal: 'being-made', status: 202 }
    const { result } = made
    if (typeof result === 'object') return { report: result, status: 200 }
    // A report that is not published yet is no address that leads nowhere: the page says when there will be one.
    return result ? { refusal: result, status: 200 } : { refusal: 'unknown', status: 404 }
  } catch (error) {
    if (!isNotMade(error)) throw error
    log.failed('report', error)
    return { refusal: 'not-made', status: 503 }
  }
}
