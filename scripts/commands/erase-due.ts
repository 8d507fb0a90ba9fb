import { parseArgs } from 'node:util'
import { type Due, eraseDue, listDue, listErased } from '#server/operations/erase-due.ts'
import { type Command, say, withApp } from './command.ts'

/** Erases what has been kept for its time, or says what would be erased. */
export const eraseDueCommand: Command = {
  says: 'erases what has been kept for its time, and says what it erased',
  usage:
    'npm run llafar -- erase-due [--dry-run] [--list]\n\n' +
    '--dry-run  says what is due, and erases nothing\n' +
    '--list     prints every erasure that is written down, as JSON: keep it beside a copy of the database\n\n' +
    'The server does the same by itself every hour.',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { 'dry-run': { type: 'boolean' }, list: { type: 'boolean' } },
    })
    await withApp(async (app) => {
      if (values.list) return say(JSON.stringify(await listErased(app), null, 2))
      const due = values['dry-run'] ? await listDue(app) : (await eraseDue(app)).erased
      for (const line of inWords(due)) say(line)
      say(`${due.length} ${values['dry-run'] ? 'due, nothing erased' : 'erased'}`)
    })
  },
}

/** How many of each kind, and since when the oldest was kept. */
function inWords(due: readonly Due[]): readonly string[] {
  return [...Map.groupBy(due, ({ kind }) => kind)].map(([kind, each]) => {
    const oldest = each.map(({ since }) => since).sort()[0]
    return `${kind}: ${each.length}, kept since ${oldest} or later`
  })
}
