import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { readConfig } from '#server/config.ts'
import { type Due, eraseAgain, eraseDue } from '#server/operations/erase-due.ts'
import { restore } from '#server/store/backup.ts'
import { type Command, say, UsageError, withApp } from './command.ts'

const erasure = z.object({ record: z.string(), kind: z.string(), audience: z.enum(audiences) })
const erasures = z.array(z.custom<Due>((value) => erasure.safeParse(value).success))

/** Puts a backup in the place of nothing, and erases again what had been erased since it was made. */
export const restoreCommand: Command = {
  says: 'puts a backup into an empty folder or database, and erases again what was erased since',
  usage:
    'npm run llafar -- restore --from <backup> [--erased <file>]\n\n' +
    'Into PostgreSQL when DATABASE_URL is set, else into DATA_DIR. The place has to be empty.\n' +
    'APP_SECRET (or DATA_DIR/app-secret) has to be the one that the service had.\n' +
    '--erased  what `erase-due --list` printed of the database before, or of a later copy',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { from: { type: 'string' }, erased: { type: 'string' } },
    })
    if (!values.from) throw new UsageError('Say from which backup: --from <file>')
    const listed = values.erased === undefined ? [] : erasures.parse(JSON.parse(readFileSync(values.erased, 'utf8')))
    const digests = await restore(values.from, readConfig(process.env))
    for (const [table, { rows }] of digests) if (rows > 0) say(`${table}: ${rows}`)
    await withApp(async (app) => {
      const again = await eraseAgain(app, listed)
      const due = (await eraseDue(app)).erased.length
      say(`Erased again: ${again}; erased because its time is over: ${due}`)
    })
    say('Restored, and found to be what the backup holds. Start Llafar.')
  },
}
