import { parseArgs } from 'node:util'
import { buildReport } from '#server/reports/build-report.ts'
import { type Command, say, UsageError, withApp } from './command.ts'

/** Prints a quarter's or year's report as JSON. */
export const report: Command = {
  says: 'prints the report of a quarter or year as JSON',
  usage: 'npm run llafar -- report --period 2026-27-q3 [--level authority|region] [--area <id>]',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { period: { type: 'string' }, level: { type: 'string' }, area: { type: 'string' } },
    })
    const { period, area } = values
    if (!period) throw new UsageError('Say which period: --period 2026-27-q3')
    const built = await withApp((app) =>
      buildReport(app, period, { level: values.level === 'region' ? 'region' : 'authority', area }),
    )
    if (!built) throw new UsageError(`There is no report for ${period}.`)
    say(JSON.stringify(built, null, 2))
  },
}
