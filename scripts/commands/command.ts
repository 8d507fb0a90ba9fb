import { readConfig } from '#server/config.ts'
import { type Running, startUp } from '#server/start-up.ts'

/** One command of `npm run llafar`. */
export type Command = {
  readonly says: string
  readonly usage: string
  readonly run: (words: readonly string[]) => Promise<void>
}

/** A call whose words are off; its message says how it should be. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Runs something with the application opened on the settings' own database, and closes it again. */
export async function withApp<Result>(use: (app: Running['app']) => Promise<Result>): Promise<Result> {
  const { app, stop } = await startUp(readConfig(process.env), { outbox: false })
  try {
    return await use(app)
  } finally {
    await stop()
  }
}

/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
