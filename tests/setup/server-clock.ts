import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A clock that a test sets, for a server in a process of its own: `node --import ./tests/setup/server-clock.ts`. It
 * starts at TEST_CLOCK, runs on by itself, and is put to the moment that stands in `clock` in the data folder. The
 * server knows nothing of it, so that no setting of a real one can do the same.
 */
const RealDate = Date
const startedAt = RealDate.now()
const file = join(process.env.DATA_DIR ?? '', 'clock')

/** Milliseconds that the test is ahead of the machine. */
function ahead(): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return RealDate.parse(process.env.TEST_CLOCK ?? '') - startedAt
  }
}

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [value: number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + ahead())
    else super(...(given as [number]))
  }
  static override now() {
    return RealDate.now() + ahead()
  }
  static override [Symbol.hasInstance](value: unknown) {
    return Object.prototype.toString.call(value) === '[object Date]'
  }
} as DateConstructor
