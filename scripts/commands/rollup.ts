import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ALL } from '#domain/participation/measure.ts'
import { publish } from '#domain/participation/publish.ts'
import type { Report } from '#domain/participation/report.ts'
import { rollUp } from '#domain/participation/roll-up.ts'
import { type Command, say, UsageError } from './command.ts'

/** Adds several services' reports up, as they were written by `report`. */
export const rollup: Command = {
  says: 'adds the reports of several services up',
  usage:
    'npm run llafar -- rollup --as wales [--edition public] north.json south.json …\n\n' +
    'Each file is what `report` printed for the same period. Shares are worked out anew from what they are shares of. ' +
    'Medians cannot be added: the sum says how many there were. A young person known to two services counts in both.',
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { as: { type: 'string', default: 'all' }, edition: { type: 'string', default: 'commissioner' } },
    })
    if (positionals.length < 2) throw new UsageError('Say which reports: two files or more.')
    const sum = rollUp(positionals.map(readReport), values.as)
    const services = sum.areas.filter((area) => area !== ALL)
    const edition = values.edition === 'public' ? publish(sum, { areas: [{ whole: ALL, parts: services }] }) : sum
    say(JSON.stringify(edition, null, 2))
  },
}

function readReport(file: string): Report {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Partial<Report>
  if (report.edition !== 'commissioner' || !report.measures)
    throw new UsageError(`${file} is no commissioner’s report as \`report\` prints it.`)
  return report as Report
}
