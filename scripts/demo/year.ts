import { parsePeriod, quarterOf } from '#domain/participation/period.ts'
import { sections } from '#domain/participation/sections.ts'
import type { Service } from '#domain/service/service.ts'
import { addDays, type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'
import { inventCase } from './case.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Desk, hoursLater } from './desk.ts'

/** What a year of invention is made with. */
export type Year = {
  readonly desk: Desk
  readonly service: Service
  /** The moment up to which things have happened. */
  readonly until: Instant
  /** How many young people ask in the year. */
  readonly cases: number
  /** Told after each of them how far it has come, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

const DAYS = 365

/** Invents a year of a service: the same one whenever it is made for the same day. */
export async function inventYear({ desk, service, until, cases, onProgress }: Year): Promise<void> {
  const chance = chanceOf(20261122)
  const first = addDays(londonDay(until), -DAYS)
  for (let index = 0; index < cases; index += 1) {
    const day = addDays(first, Math.floor((index * DAYS) / cases))
    const asked = londonInstant(
      day,
      `${String(chance.between(8, 20)).padStart(2, '0')}:${chance.pick(['05', '20', '40'])}`,
    )
    await inventCase({ desk, chance: chanceOf(index + 1), service, until }, asked)
    onProgress((index + 1) / (cases + 1))
  }
  await aroundTheCases({ desk, service, chance, first, until })
  onProgress(1)
}

type Around = Pick<Year, 'desk' | 'service' | 'until'> & { readonly chance: Chance; readonly first: IsoDate }

/** What happens beside cases: annual surveys, feedback, messages, offers, and the words of each quarter. */
async function aroundTheCases({ desk, service, chance, first, until }: Around): Promise<void> {
  const language = service.languages[0] ?? 'en'
  for (let month = 0; month < 12; month += 1) {
    const at = londonInstant(addDays(first, month * 30 + 3), '10:00')
    const later = hoursLater(at, 30)
    if (later >= until) continue
    for (let each = 0; each < 4; each += 1)
      await desk.send('annual-survey', at, language, {
        ageBand: chance.pick(['6-10', '11-15', '11-15', '16-17', '18-20']),
        gender: chance.pick(['girl', 'boy']),
        listenedTo: chance.pick(['a-lot', 'a-bit', 'no']),
        helpedWith: [chance.pick(['rights', 'being-safe', 'where-i-live'])],
        feelsSafe: chance.pick(['a-lot', 'a-bit']),
        authority: chance.pick(service.authorities).id,
      })
    await desk.send('feedback', at, language, { kind: chance.pick(['compliment', 'suggestion']), wantsAnswer: 'no' })
    await desk.record('answerphone', undefined, later, {
      occurredAt: at,
      subject: chance.pick(['referral', 'open-case', 'information']),
      spokenLanguage: chance.pick(service.languages),
      reply: 'replied',
      repliedAt: later,
    })
    if (service.activeOffer.notices) await anOffer(desk, chance, at, later)
    await desk.record('participation', undefined, later, {
      day: londonDay(at),
      stage: chance.pick(['design', 'plan', 'deliver', 'evaluate', 'recruit']),
      role: chance.pick(['board', 'panel', 'forum', 'workshop']),
      youngPeople: chance.between(2, 9),
    })
  }
  await theWordsOfQuarters(desk, first, until)
}

async function anOffer(desk: Desk, chance: Chance, at: Instant, later: Instant): Promise<void> {
  const offerRoute = chance.pick(['looked-after', 'looked-after', 'child-protection'])
  const notice = await desk.record('active-offer-notice', undefined, at, {
    who: 'social-worker',
    offerRoute,
    offerDate: addDays(londonDay(at), 20),
    optedOut: 'no',
    name: 'Non',
    howToReach: 'Through the carer.',
  })
  await desk.record('active-offer-meeting', notice, later, {
    result: 'held',
    offerRoute,
    metBy: 'advocate',
    outcome: chance.pick(['wants-advocate', 'thinking', 'not-now']),
    leafletLeft: 'yes',
    widerSupport: 'yes',
    workerTold: 'yes',
    workerToldOn: londonDay(later),
  })
}

/** The words of every quarter that is over, so that its report can be finalised. */
async function theWordsOfQuarters(desk: Desk, first: IsoDate, until: Instant): Promise<void> {
  const quarters = new Set(
    Array.from({ length: DAYS }, (_, day) => quarterOf(londonInstant(addDays(first, day), '12:00'))),
  )
  for (const id of quarters) {
    const period = parsePeriod(id)
    if (!period || period.end >= until) continue
    const at = hoursLater(period.end, 60) < until ? hoursLater(period.end, 60) : period.end
    const write = (section: string, more = {}) =>
      desk.record('quarter-narrative', undefined, at, { section, day: period.until, words: WORDS, ...more })
    for (const section of sections) await write(section)
    await write('change', { done: 'done', toldOn: londonDay(period.end) })
    await write('systemic', { raisedWith: ['social-services', 'housing'], reply: 'agreed', changed: 'yes' })
    await write('systemic', { raisedWith: ['health'], reply: 'waiting', changed: 'no' })
  }
}

/** Said to be invented wherever they are read. */
const WORDS = 'Invented for the demonstration. / Dyfeisiwyd ar gyfer yr arddangosiad.'
