/** Writes one line a happening, as JSON. Nothing personal: names of events and fixed words only. */
export type Log = {
  readonly happened: (event: string, about?: Readonly<Record<string, string | number>>) => void
  readonly failed: (event: string, error: unknown) => void
}

/** A log that writes lines of JSON. */
export function makeLog(write: (line: string) => void, now: () => string): Log {
  return {
    happened: (event, about = {}) => write(JSON.stringify({ at: now(), event, ...about })),
    failed: (event, error) => write(JSON.stringify({ at: now(), event, level: 'error', error: nameOf(error) })),
  }
}

/**
 * An error's class and stable code, and where it was thrown. Its message is left out: a database or a
 * parser may quote what it was given.
 */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?file:\/\/.*\/(src|dist|node_modules)\//, '($1/'))
  return `${error.name}${code} ${frames.join(' ')}`
}
