import type { Language } from '#domain/language/language.ts'
import { dueDays } from '#domain/participation/calendar.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import type { Report } from '#domain/participation/report.ts'
import { missingSections } from '#domain/participation/sections.ts'
import type { Service } from '#domain/service/service.ts'
import { localeWords } from '#i18n/form-words.ts'
import { putIn } from '#i18n/put-in.ts'
import { sayDay, sayMoment } from '#i18n/times.ts'
import type { ReportParts } from '#server/reports/build-report.ts'
import { findFinalised, revisedSince } from '#server/reports/finalised.ts'
import type { ReportDesk } from '#server/reports/report-desk.ts'
import { reportWords } from '#server/reports/report-words.ts'
import { readWritten } from '#server/reports/written.ts'

/** How far a report is on its way to whoever waits for it, in sentences, and the words that were written for it. */
export type Sending = {
  readonly says: readonly string[]
  readonly written: readonly { readonly title: string; readonly words: readonly string[] }[]
}

type Parts = ReportParts & { readonly reports: ReportDesk }

/** @source LW-16.3, LW-17.2, LW-17.3, DESIGN 9 "Finalising" */
export async function sendingOf(app: Parts, report: Report, language: Language): Promise<Sending> {
  const period = parsePeriod(report.period.id)
  if (!period) return { says: [], written: [] }
  const words = reportWords(language).sending
  const pieces = await readWritten(app.db, period)
  const titleOf = sectionTitles(language)
  const missing = missingSections(pieces).map((section) => titleOf[section] ?? section)
  const due = dueDays(period, app.service.report)
  return {
    says: [
      putIn(words.due, { report: sayDay(due.report, language), meeting: sayDay(due.meeting, language) }),
      missing.length > 0 ? putIn(words.missing, { sections: missing.join('; ') }) : words.complete,
      ...(await finalisedSays(app, report, language)),
    ],
    written: [...Map.groupBy(pieces, ({ section }) => section)].map(([section, those]) => ({
      title: titleOf[section] ?? section,
      words: those.map((piece) => piece.words),
    })),
  }
}

async function finalisedSays(app: Parts, report: Report, language: Language): Promise<readonly string[]> {
  const finalised = await findFinalised(app.db, report.period.id)
  if (!finalised) return []
  const words = reportWords(language).sending
  // What was sent counted complaints: it is set beside the records as they would be sent now.
  const now = await app.reports.build(report.period.id, { level: 'authority', isFinal: true })
  const revised = now ? revisedSince(finalised.report, now).length : 0
  return [
    putIn(words.finalised, { moment: sayMoment(finalised.finalisedAt, language) }),
    ...(revised > 0 ? [putIn(words.revised, { count: revised })] : []),
  ]
}

function sectionTitles(language: Language): Readonly<Record<string, string>> {
  return localeWords('quarter-narrative', language).questions.section?.choices ?? {}
}

/** The chapters of a report's layout, by name. */
export function chapterTitle(id: string, { report }: Pick<Service, 'report'>, language: Language): string {
  const titles: Readonly<Record<string, string>> = reportWords(language).layouts[report.layout]
  return titles[id] ?? id
}
