import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { backUp } from '#server/store/backup.ts'
import { type Command, say, UsageError } from './command.ts'

/** Writes everything that is stored into one file that restores into either database. */
export const backup: Command = {
  says: 'writes everything stored into one new file, while the service runs',
  usage:
    'npm run llafar -- backup --to <folder>\n\n' +
    'Writes <folder>/llafar-<moment>.sqlite, whichever database is in use, and looks whether it is whole.\n' +
    'What is sealed stays sealed. APP_SECRET is not in it: keep that elsewhere. Who is signed in is not in it either.\n' +
    'Keep few backups, far apart, under other keys than the server’s: docs/threat-model.md says why.',
  run: async (words) => {
    const { to } = parseArgs({ args: [...words], options: { to: { type: 'string' } } }).values
    if (!to) throw new UsageError('Say where to: --to <folder>')
    const file = join(to, `llafar-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.sqlite`)
    await backUp(readConfig(process.env), file, (table, rows) => say(`${table}: ${rows}`))
    say(`Written and found whole: ${file}`)
  },
}
