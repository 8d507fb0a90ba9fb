/** How long a page waits for a report before it says that it is being made. */
export const PATIENCE_MILLISECONDS = 10_000

/**
 * What comes of some work, if it comes soon. The work goes on all the same.
 *
 * @returns undefined when it takes longer.
 * @throws what the work throws.
 */
export async function soon<Result>(
  work: Promise<Result>,
  milliseconds: number = PATIENCE_MILLISECONDS,
): Promise<{ readonly result: Result } | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([work.then((result) => ({ result })), tooLong])
  } finally {
    clearTimeout(timer)
  }
}
