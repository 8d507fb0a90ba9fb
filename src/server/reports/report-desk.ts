import type { PublishedReport } from '#domain/participation/publish.ts'
import type { Report } from '#domain/participation/report.ts'
import { buildReport, type Cut, type ReportParts } from '#server/reports/build-report.ts'
import { buildPublicEdition, type NotPublished, type PublicCut } from '#server/reports/public-edition.ts'

/** A report that is asked for. */
export type ReportAsked =
  | { readonly edition: 'commissioner'; readonly period: string; readonly cut: Cut }
  | { readonly edition: 'public'; readonly period: string; readonly cut: PublicCut }

/** What comes of asking. */
export type ReportAnswer = Report | PublishedReport | NotPublished | undefined

/** Whoever counts reports: in a worker beside the server, or where it is asked. */
export type ReportDesk = {
  /** As `buildReport`. @throws ReportNotMadeError when it could not be counted. */
  readonly build: (period: string, cut: Cut) => Promise<Report | undefined>
  /** As `buildPublicEdition`. @throws ReportNotMadeError when it could not be counted. */
  readonly buildPublic: (period: string, cut: PublicCut) => Promise<PublishedReport | NotPublished | undefined>
  /** Ends what is being counted. */
  readonly stop: () => Promise<void>
}

const CODE = 'report_not_made'

/** A report could not be counted: too large for the memory it is given, too slow, or the server is being stopped. */
export class ReportNotMadeError extends Error {
  override name = 'ReportNotMadeError'
  readonly code = CODE
}

/** Tells whether an error says so. By its code, not its class: pages are bundled with a class of their own (STACK 14). */
export function isNotMade(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === CODE
}

/** Counts what was asked for, here and now. */
export function answerReport(parts: ReportParts, asked: ReportAsked): Promise<ReportAnswer> {
  return asked.edition === 'public'
    ? buildPublicEdition(parts, asked.period, asked.cut)
    : buildReport(parts, asked.period, asked.cut)
}

/** A desk that counts in the process of whoever asks: for a command, and for tests. */
export function deskHere(parts: ReportParts): ReportDesk {
  return {
    build: (period, cut) => buildReport(parts, period, cut),
    buildPublic: (period, cut) => buildPublicEdition(parts, period, cut),
    stop: async () => undefined,
  }
}
