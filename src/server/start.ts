import { ConfigError, readConfig } from '#server/config.ts'
import { ensureBuilt } from '#server/ensure-built.ts'

/** `npm start`: builds what is missing or stale, then serves. `--build-only` and `--rebuild` do as they say. */
const flags = new Set(process.argv.slice(2))

try {
  const config = readConfig(process.env)
  ensureBuilt(config, { always: flags.has('--rebuild') || flags.has('--build-only') })
  if (!flags.has('--build-only')) await run(config)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function run(config: ReturnType<typeof readConfig>): Promise<void> {
  // Imported only now: the build must be there first.
  const { serve } = await import('#server/main.ts')
  const { setUpLink, stop } = await serve(config)
  process.stdout.write(`\nLlafar: ${config.siteUrl}\n`)
  if (setUpLink) process.stdout.write(`One-time set-up link for staff: ${setUpLink}\n\n`)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
