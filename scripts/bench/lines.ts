/** What everything is measured by, in the same run on the same disk: bare inserts that wait for the disk. */
export type Bare = { readonly perSecond: number; readonly milliseconds: number }

/** Times of one piece of work, in milliseconds, and how many went in a second. */
export type Timed = { readonly milliseconds: readonly number[]; readonly perSecond: number }

/** Does work one after the other, and times each. */
export async function timed(times: number, work: () => unknown): Promise<Timed> {
  const milliseconds: number[] = []
  for (let done = 0; done < times; done += 1) milliseconds.push(await timeOf(work))
  return { milliseconds, perSecond: (times * 1000) / milliseconds.reduce((sum, each) => sum + each, 0) }
}

/** How long one piece of work takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value below which this share of them lies. */
export function centile(milliseconds: readonly number[], share: number): number {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Prints one line: how long it took, how many in a second, and both beside bare inserts. */
export function print(name: string, { milliseconds, perSecond }: Timed, bare?: Bare, more = ''): void {
  const [half, most, longest] = [0.5, 0.99, 1].map((share) => centile(milliseconds, share))
  const ratio = bare
    ? `  1/${(bare.perSecond / perSecond).toFixed(1)} of bare, p50 ${((half ?? 0) / bare.milliseconds).toFixed(1)} of its`
    : ''
  say(
    `${name.padEnd(48)} p50 ${half?.toFixed(2)} ms  p99 ${most?.toFixed(2)} ms  max ${longest?.toFixed(2)} ms  ` +
      `${perSecond.toFixed(0)} a second${ratio}${more}`,
  )
}

/** Prints a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
