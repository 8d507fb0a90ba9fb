import type { Log } from '#server/log.ts'

/** Work that is done again and again. `stop` ends it, and waits for what is being done. */
export type Repeated = { readonly stop: () => Promise<void> }

/**
 * Does something every so many milliseconds, never twice at once; a failure is logged, and the next time comes. It
 * keeps no process alive that has nothing else to do.
 *
 * @param isFirstNow - whether the first time is now; nobody waits for it.
 */
export function repeat(
  log: Log,
  {
    name,
    work,
    milliseconds,
    isFirstNow = false,
  }: {
    readonly name: string
    readonly work: () => Promise<unknown>
    readonly milliseconds: number
    readonly isFirstNow?: boolean
  },
): Repeated {
  let running: Promise<unknown> | undefined
  const round = () => {
    running ??= work()
      .catch((error: unknown) => log.failed(name, error))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(round, milliseconds).unref()
  if (isFirstNow) round()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
