import type { Language } from '#domain/language/language.ts'
import { putIn } from '#i18n/put-in.ts'
import { type StaffWords, staffWords } from '#i18n/staff-words.ts'
import { problem } from '#server/http/problem.ts'

/** The kinds of problem the staff side answers with; each has a title and a sentence in both languages. */
export type StaffProblem = keyof StaffWords['problems']

const statuses: Readonly<Record<StaffProblem, number>> = {
  'sign-in': 401,
  'second-factor': 401,
  forbidden: 403,
  'other-site': 403,
  'not-understood': 422,
  'not-found': 404,
  wrong: 401,
  wait: 429,
  expired: 401,
  'link-unknown': 404,
  'link-used': 410,
  'link-expired': 410,
  'email-taken': 409,
  'password-length': 422,
  'password-easy': 422,
  'roles-conflict': 422,
  'member-unknown': 404,
  yourself: 409,
  'last-holder': 409,
  'not-yours': 403,
  'no-member-key': 409,
  'member-key-exists': 409,
  'key-exists': 409,
  'no-such-key': 409,
  'changed-meanwhile': 409,
  'organisation-refused': 403,
  'organisation-unavailable': 503,
  'organisation-again': 401,
}

/** Answers with one of the staff side's problems, in words of the language asked for. */
export function staffProblem(type: StaffProblem, language: Language, waitSeconds?: number): Response {
  const { title, detail } = staffWords(language).problems[type]
  const minutes = Math.ceil((waitSeconds ?? 0) / 60)
  const headers: Record<string, string> = waitSeconds === undefined ? {} : { 'retry-after': String(waitSeconds) }
  return problem({ type, title, status: statuses[type], detail: putIn(detail, { minutes }) }, headers)
}

/** What went wrong with an account of the organisation, as the way back from its provider names it in our address. */
export function organisationProblem(named: string | null): StaffProblem | undefined {
  const type = `organisation-${named}`
  return type === 'organisation-refused' || type === 'organisation-unavailable' || type === 'organisation-again'
    ? type
    : undefined
}
