import type { App } from '#server/app.ts'
import { replaceSetting } from '#server/store/setting.store.ts'

type Parts = Pick<App, 'db' | 'log' | 'now'>

/** For so long an answer is good: anybody may ask, and each asking would cost the disk a write. */
const GOOD_MILLISECONDS = 1_000

const lately = new WeakMap<object, { readonly since: number; readonly answer: Promise<boolean> }>()

/** Tells whether a write reaches the disk; asked of the disk at most once a second. */
export function canStore(app: Parts): Promise<boolean> {
  const now = Date.parse(app.now())
  const known = lately.get(app.db)
  // Either way: a clock that was put back must not make old news good for hours.
  if (known && Math.abs(now - known.since) < GOOD_MILLISECONDS) return known.answer
  const answer = tryToStore(app).then((isStored) => {
    // Only good news is kept: whoever asks again learns at once that it is well.
    if (!isStored) lately.delete(app.db)
    return isStored
  })
  lately.set(app.db, { since: now, answer })
  return answer
}

/** Writes one row, always the same, and waits until it is there. */
async function tryToStore(app: Parts): Promise<boolean> {
  try {
    await replaceSetting(app.db, 'could-store-at', app.now())
    return true
  } catch (error) {
    app.log.failed('cannot-store', error)
    return false
  }
}
