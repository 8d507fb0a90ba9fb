import { ConfigError } from '#server/config.ts'
import { CopyError } from '#server/store/backup.ts'
import { backup } from './commands/backup.ts'
import { checkService } from './commands/check-service.ts'
import { type Command, UsageError } from './commands/command.ts'
import { demoData } from './commands/demo-data.ts'
import { eraseDueCommand } from './commands/erase-due.ts'
import { exportEnvelopes } from './commands/export.ts'
import { keys } from './commands/keys.ts'
import { moveCommand } from './commands/move.ts'
import { report } from './commands/report.ts'
import { restoreCommand } from './commands/restore.ts'
import { rollup } from './commands/rollup.ts'
import { setUp } from './commands/set-up.ts'

const commands: Readonly<Record<string, Command>> = {
  setup: setUp,
  'check-service': checkService,
  export: exportEnvelopes,
  'erase-due': eraseDueCommand,
  'demo-data': demoData,
  keys,
  report,
  rollup,
  backup,
  restore: restoreCommand,
  move: moveCommand,
}

/** `npm run llafar -- <command>`: each answers `--help`, says what it did, and ends non-zero when it fails. */
const [name = '--help', ...rest] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  process.stdout.write(
    `Commands:\n${Object.entries(commands)
      .map(([id, { says }]) => `  ${id.padEnd(14)} ${says}`)
      .join('\n')}\n`,
  )
  process.exitCode = name === '--help' ? 0 : 2
} else if (rest.includes('--help')) process.stdout.write(`${command.says}\n\n${command.usage}\n`)
else
  try {
    await command.run(rest)
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof CopyError || error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
