import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '#server/config.ts'
import { move } from '#server/store/backup.ts'
import { sqliteFile } from '#server/store/sqlite.ts'
import { type Command, say } from './command.ts'

/** Moves a live service from its SQLite file to PostgreSQL. */
export const moveCommand: Command = {
  says: 'moves a stopped service from SQLite to an empty PostgreSQL database',
  usage:
    'DATABASE_URL=<address> APP_SECRET=<the same secret> npm run llafar -- move\n\n' +
    'Takes the SQLite file in DATA_DIR. Stop Llafar first. Copies every row in one transaction, compares what\n' +
    'arrived with what was read, and only then puts the file aside, under another name.\n' +
    'APP_SECRET has to be what is in DATA_DIR/app-secret.',
  run: async () => {
    const { databaseUrl, dataDir, appSecret } = readConfig(process.env)
    if (!databaseUrl) throw new ConfigError('DATABASE_URL is not set: say where to move to.')
    const kept = join(dataDir, 'app-secret')
    if (existsSync(kept) && readFileSync(kept, 'utf8').trim() !== appSecret)
      throw new ConfigError(
        `APP_SECRET is not the one in ${kept}. Set it to that: with another, codes and second factors stop working.`,
      )
    const digests = await move(dataDir, databaseUrl, (table, rows) => say(`${table}: ${rows}`))
    const aside = `${sqliteFile(dataDir)}.moved`
    renameSync(sqliteFile(dataDir), aside)
    const rows = [...digests.values()].reduce((sum, digest) => sum + digest.rows, 0)
    say(`Moved ${rows} rows, and found them the same. The file is now ${aside}: destroy it when you are content.`)
  },
}
