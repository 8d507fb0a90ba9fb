import { describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import type { ReportMeasure } from '#domain/participation/report.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { loadService } from '#server/load-service.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { makeTestApp } from '../builders/test-app.ts'

const service = { ...loadService('cymru-demo'), hours: { review: 7, approval: 11.5, conferences: 23 } }

describe.each(languages)('the hours of another service, in %s', (language) => {
  test('stand in the choices of the review', () => {
    const { choices = {} } = formScreenWords('hours-review', language, service).words.questions.threshold ?? {}

    expect(Object.values(choices).map((words) => words.split(' ')[0])).toEqual(['7', '11.5', '23'])
  })

  test('stand in the words of the measures, and those of ours in none', async () => {
    const app = await makeTestApp({ service })
    const report = await buildReport(app, '2026-27-q3', { level: 'authority' })
    if (!report) throw new Error('no report')

    const [review, approval] = sayReport(report, service, language).measures.filter(
      ({ id }: Pick<ReportMeasure, 'id'>) => ['M25', 'M26'].includes(id),
    )

    const said = JSON.stringify([review, approval].map((each) => [each?.title, each?.definition, each?.parts]))
    expect(said.match(/\d+(\.\d+)? (awr|hours)/g)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^7 /),
        expect.stringMatching(/^11\.5 /),
        expect.stringMatching(/^23 /),
      ]),
    )
    expect(said).not.toMatch(/\b(8|12|15)(\.0)?.(awr|hour)/)
  })
})
