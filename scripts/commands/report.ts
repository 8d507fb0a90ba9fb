import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PublishedReport } from '#domain/participation/publish.ts'
import type { Report } from '#domain/participation/report.ts'
import { finaliseReport } from '#server/operations/finalise-report.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { buildPublicEdition, type NotPublished } from '#server/reports/public-edition.ts'
import { publicFiles } from '#server/reports/public-files.ts'
import { type Command, say, UsageError, withApp } from './command.ts'

/** Prints a quarter's or year's report as JSON, keeps it as it is, or writes what the site tells young people. */
export const report: Command = {
  says: 'prints the report of a quarter or year as JSON, finalises it, or publishes it',
  usage:
    'npm run llafar -- report --period 2026-27-q3 [--edition commissioner|public] [--level authority|region] [--area <id>]\n' +
    'npm run llafar -- report --period 2026-27-q3 --finalise\n' +
    'npm run llafar -- report --period 2026-27-q3 --publish [--to content/reports]\n\n' +
    '--finalise keeps the report as it is now, once: its period is over and every section has its words.\n' +
    '--publish writes <to>/<service>/<period>.public.json, which the site shows young people at its next build, and\n' +
    'beside it the whole public edition, which the site hands out: <period>.<language>.csv and .xlsx, <period>.edition.json.',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        period: { type: 'string' },
        level: { type: 'string' },
        area: { type: 'string' },
        edition: { type: 'string', default: 'commissioner' },
        finalise: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        to: { type: 'string', default: 'content/reports' },
      },
    })
    const { period, area } = values
    if (!period) throw new UsageError('Say which period: --period 2026-27-q3')
    const level = values.level === 'region' || values.level === 'authority' ? values.level : undefined
    if (values.finalise) return finalise(period)
    if (values.publish) return publishTo(values.to, period)
    const built = await withApp(
      async (app): Promise<Report | PublishedReport | NotPublished | undefined> =>
        values.edition === 'public'
          ? buildPublicEdition({ ...app, onProgress }, period, { level, area })
          : buildReport({ ...app, onProgress }, period, { level: level ?? 'authority', area }),
    )
    if (!built || typeof built === 'string') throw new UsageError(`There is no such report for ${period}.`)
    say(JSON.stringify(built, null, 2))
  },
}

/** Beside the report, not in it. */
function onProgress(share: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(share < 1 ? `\r${Math.round(share * 100)} %` : '\r      \r')
}

async function finalise(period: string): Promise<void> {
  const done = await withApp((app) => finaliseReport(app, period, 'command'))
  if (done.kind === 'missing') throw new UsageError(`Nobody has written about: ${done.sections.join(', ')}.`)
  if (done.kind !== 'finalised') throw new UsageError(`${period} cannot be finalised: ${done.kind}.`)
  say(`${period} is finalised as it is now.`)
}

async function publishTo(folder: string, period: string): Promise<void> {
  const files = await withApp(async (app) => {
    const edition = await buildPublicEdition({ ...app, onProgress }, period, {})
    if (!edition || typeof edition === 'string') throw new UsageError(`There is no public edition of ${period}.`)
    return publicFiles(edition, app.service, app.now())
  })
  for (const [name, content] of files) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    say(`${file} written.`)
  }
  say('The site shows them when it is built again.')
}
