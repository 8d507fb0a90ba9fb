import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Audience } from '#domain/audience.ts'
import { type Command, say, UsageError, withApp } from './command.ts'

/** Writes envelopes as files in the age format, for the paper key: the server cannot open them. */
export const exportEnvelopes: Command = {
  says: 'writes sealed envelopes as .age files, to be opened with the paper key',
  usage:
    'npm run llafar -- export --to <folder> [--reference <reference>] [--audience team]\n\n' +
    'One audience at a time: whoever exports referrals does not learn which are complaints.\n\n' +
    'Opens with: age --decrypt --identity <file with the paper key> <file>',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { to: { type: 'string' }, reference: { type: 'string' }, audience: { type: 'string', default: 'team' } },
    })
    const { to, reference, audience } = values
    if (!to) throw new UsageError('Say where to: --to <folder>')
    mkdirSync(to, { recursive: true, mode: 0o700 })
    await withApp(async (app) => {
      const rows = await app.db
        .selectFrom('envelope')
        .innerJoin('record', 'record.id', 'envelope.record')
        .select(['record.id', 'record.reference', 'record.form', 'envelope.audience', 'envelope.sealed'])
        .where('envelope.audience', '=', audience as Audience)
        .$if(reference !== undefined, (query) => query.where('record.reference', '=', reference ?? ''))
        .execute()
      for (const row of rows)
        writeFileSync(join(to, `${row.reference ?? row.id}.${row.form}.${row.audience}.age`), row.sealed, {
          mode: 0o600,
        })
      say(`${rows.length} written to ${to}`)
      if (rows.length === 0) process.exitCode = 1
    })
  },
}
