import { parseArgs } from 'node:util'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { deskOf } from '../demo/desk.ts'
import { inventYear } from '../demo/year.ts'
import { type Command, say, UsageError, withApp } from './command.ts'

const CASES = 240

/** Invents a year of records, through the operations that real ones go through. */
export const demoData: Command = {
  says: 'invents a year of records for the demonstration',
  usage:
    'DATA_DIR=./data-demo npm run llafar -- demo-data [--cases 240]\n\n' +
    'Every name and word is invented. It refuses a live service, and a database that has records.',
  run: async (words) => {
    const { values } = parseArgs({ args: [...words], options: { cases: { type: 'string', default: String(CASES) } } })
    const cases = Number(values.cases)
    if (!Number.isInteger(cases) || cases < 1) throw new UsageError('Say how many young people: --cases 240')
    await withApp(async (app) => {
      if (app.service.kind === 'live') throw new UsageError('This is a live service: nothing is invented there.')
      if (await hasRecords(app.db)) throw new UsageError('There are records already: nothing is invented beside them.')
      await ensureSetUp(app)
      let tenths = 0
      const onProgress = (share: number) => {
        for (; tenths < Math.floor(share * 10); tenths += 1) say(`${(tenths + 1) * 10} %`)
      }
      await inventYear({ desk: deskOf(app), service: app.service, until: app.now(), cases, onProgress })
      say(`A year of ${cases} young people is there. All of it is invented.`)
    })
  },
}

type Db = Parameters<Parameters<typeof withApp>[0]>[0]['db']

async function hasRecords(db: Db): Promise<boolean> {
  return (await db.selectFrom('record').select('id').limit(1).executeTakeFirst()) !== undefined
}
