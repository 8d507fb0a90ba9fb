import { minutesOf } from '#domain/referral/hours.ts'
import type { ReferralRecord } from '#domain/referral/referral.ts'
import type { IsoDate } from '#domain/time/instant.ts'

/** The columns of the caseload list, in the contract's order; hours are four of them. @source LW-17.5 */
export const caseloadColumns = [
  'caseNumber',
  'referralDate',
  'initials',
  'source',
  'socialWorker',
  'council',
  'birthDate',
  'age',
  'gender',
  'ethnicity',
  'location',
  'disability',
  'asylumSeeker',
  'legalStatus',
  'firstReason',
  'secondReason',
  'outcomesSought',
  'quarterAdvocacy',
  'quarterTravel',
  'totalAdvocacy',
  'totalTravel',
  'cumulativeHours',
  'workSummary',
  'timeLeft',
  'outcome',
] as const

/** The twelve fields of the update at eight hours, in order. @source LW-8.9 */
export const hoursUpdateColumns = [
  'caseNumber',
  'referralDate',
  'firstContact',
  'initials',
  'birthDate',
  'advocate',
  'needAndWishes',
  'hours',
  'workSoFar',
  'timeLeft',
  'plans',
  'barriers',
] as const

/** What may be given to those who oversee: names and how far it is, never why nor a word. @source LW-9.5, LW-9.6 */
export const nameColumns = ['caseNumber', 'name', 'status', 'advocate'] as const

export type CaseloadColumn = (typeof caseloadColumns)[number]
export type HoursUpdateColumn = (typeof hoursUpdateColumns)[number]
export type NameColumn = (typeof nameColumns)[number]

/** Which list is made. */
export type CouncilList = 'caseload' | 'hours-update' | 'names'

/** A case opened in a browser: everything said in the reader's language, and the records in clear. */
export type OpenedCase = {
  readonly reference: string
  readonly receivedOn: IsoDate
  /** What stands in the request, and newest first in what staff wrote since, by question; said in words. */
  readonly said: (question: string) => string
  /** The day of birth, where it is known. */
  readonly birthDate: IsoDate | undefined
  readonly age: string
  readonly status: string
  readonly firstContactOn: string
  readonly records: readonly ReferralRecord[]
}

/** The days of a quarter, both included. */
export type QuarterDays = { readonly from: IsoDate; readonly until: IsoDate }

/** The line of a case in the caseload list of a quarter. */
export function caseloadLine(opened: OpenedCase, quarter: QuarterDays): Readonly<Record<CaseloadColumn, string>> {
  const { said, records } = opened
  const inQuarter = records.filter(({ counted }) => isWithin(counted.workedOn?.[0], quarter))
  const [ofQuarter, all] = [minutesOf(inQuarter), minutesOf(records)]
  return {
    caseNumber: opened.reference,
    referralDate: opened.receivedOn,
    initials: initialsOf(said('name')),
    source: said('source') || said('who'),
    socialWorker: said('socialWorker') || said('workerName'),
    council: said('councilTeam') || said('authority'),
    birthDate: opened.birthDate ?? '',
    age: opened.birthDate ? String(ageOn(opened.birthDate, quarter.until)) : opened.age,
    gender: said('gender'),
    ethnicity: said('ethnicity'),
    location: said('location') || said('livingWhere'),
    disability: said('disability'),
    asylumSeeker: said('asylumSeeker'),
    legalStatus: said('legalStatus') || said('group'),
    firstReason: said('reason'),
    secondReason: said('secondReason'),
    outcomesSought: said('outcomesSought') || said('wantToHappen'),
    quarterAdvocacy: inHours(ofQuarter.minutesWithChild + ofQuarter.minutesOtherWork),
    quarterTravel: inHours(ofQuarter.minutesTravel),
    totalAdvocacy: inHours(all.minutesWithChild + all.minutesOtherWork),
    totalTravel: inHours(all.minutesTravel),
    // Direct contact since opening: another figure than all hours. @source Q21
    cumulativeHours: inHours(all.minutesWithChild),
    workSummary: said('workSummary'),
    timeLeft: said('timeLeft'),
    outcome: said('closingReason'),
  }
}

/** The update on the hours of one case. */
export function hoursUpdateLine(opened: OpenedCase): Readonly<Record<HoursUpdateColumn, string>> {
  const { said } = opened
  const all = minutesOf(opened.records)
  return {
    caseNumber: opened.reference,
    referralDate: opened.receivedOn,
    firstContact: opened.firstContactOn,
    initials: initialsOf(said('name')),
    birthDate: opened.birthDate ?? '',
    advocate: said('advocateFirstName'),
    needAndWishes: said('needAndWishes') || said('wantToHappen'),
    hours: inHours(all.minutesWithChild + all.minutesOtherWork + all.minutesTravel),
    workSoFar: said('workSoFar'),
    timeLeft: said('timeLeft'),
    plans: said('plans'),
    barriers: said('barrierWords'),
  }
}

/** The name of a young person, and how far their case is. */
export function nameLine({ reference, said, status }: OpenedCase): Readonly<Record<NameColumn, string>> {
  return { caseNumber: reference, name: said('name'), status, advocate: said('advocateFirstName') }
}

/** The first letter of each part of a name, as letters are in that language's own writing. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((part) => [...part].find((letter) => /\p{Letter}/u.test(letter)) ?? '')
    .join('')
    .toLocaleUpperCase('cy')
}

/** Whole years on a day. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Minutes as hours with two places: 8.0 and 8.25 are not the same. */
function inHours(minutes: number): string {
  return (minutes / 60).toFixed(2)
}

function isWithin(day: string | undefined, { from, until }: QuarterDays): boolean {
  return day !== undefined && day >= from && day <= until
}

/** Tells whether a case was worked on in a quarter: accepted before its end, and not closed before it began. */
export function isActiveIn(records: readonly ReferralRecord[], { from, until }: QuarterDays): boolean {
  const day = ({ occurredAt }: ReferralRecord) => occurredAt.slice(0, 10)
  const accepted = records.find(({ form, counted }) => form === 'screening' && counted.decision?.[0] === 'accepted')
  const ended = records.findLast(({ form }) => form === 'closure')
  return accepted !== undefined && day(accepted) <= until && (!ended || day(ended) >= from)
}
