import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import type { Answers } from '#forms/define-form.ts'
import type { Chance } from './chance.ts'
import { type Desk, hoursLater } from './desk.ts'

/** Names that nobody of ours has: they are sealed, and only stand in the demonstration's inbox. */
const names = [
  'Sam',
  'Non',
  'Ioan',
  'Mali',
  'Alex',
  'Beca',
  'Cai',
  'Dylan',
  'Erin',
  'Ffion',
  'Jo',
  'Kai',
  'Lowri',
  'Tomos',
]
const advocates = ['Nia', 'Rhys', 'Amina', 'Tom', 'Carys', 'Dev']
const DAY = 24

type Inventing = {
  readonly desk: Desk
  readonly chance: Chance
  readonly service: Service
  /** Nothing happens after this moment. */
  readonly until: Instant
}

/** Invents one young person's way through the service, from asking to the survey, as far as time has come. */
export async function inventCase({ desk, chance, service, until }: Inventing, asked: Instant): Promise<void> {
  const language: Language =
    service.languages.includes('cy') && chance.happens(0.35) ? 'cy' : (service.languages.at(-1) ?? 'en')
  const authority = chance.pick(service.authorities).id
  const group = chance.pick(service.groups.slice(0, 4)).id
  const record = await desk.send(
    'self-referral',
    asked,
    language,
    aReferral(chance, service, { language, authority, group }),
  )
  const happens = async (form: string, at: Instant, answers: Answers) => {
    if (at >= until) return false
    await desk.record(form, record, at, answers)
    return true
  }
  const decided = hoursLater(asked, chance.between(2, 30))
  if (chance.happens(0.06)) {
    const says = { decision: 'not-accepted', notAcceptedReason: 'outside-groups' }
    await happens('screening', decided, { ...says, routeGiven: chance.pick(service.notAcceptedRoutes).id })
    return
  }
  const priority = chance.pick(['crisis', 'soon', 'usual', 'usual'])
  const says = { decision: 'accepted', priority, group, reason: chance.pick(service.reasons).id }
  if (!(await happens('screening', decided, { ...says, legalStatus: chance.pick(service.legalStatuses).id }))) return
  await happens('allocation', hoursLater(decided, 3), { advocateFirstName: chance.pick(advocates), why: 'first' })
  if (chance.happens(0.3)) await happens('contact', hoursLater(decided, 5), { outcome: 'no-answer', method: 'call' })
  const reached = hoursLater(decided, chance.happens(0.92) ? chance.between(6, 70) : chance.between(80, 160))
  await happens('contact', reached, { outcome: 'reached', method: chance.pick(['call', 'text', 'video-call']) })
  const met = hoursLater(reached, chance.between(3, 9) * DAY)
  if (!(await happens('start', met, aStart(chance, met)))) return
  await work({ chance, happens, met })
  const closed = hoursLater(met, chance.between(30, 110) * DAY)
  if (!(await happens('closure', closed, aClosure(chance, service)))) return
  const answered = hoursLater(closed, chance.between(1, 12) * DAY)
  if (chance.happens(0.72) && answered < until) await desk.survey(record, answered, language, aSurvey(chance))
}

type Known = { readonly language: Language; readonly authority: string; readonly group: string }

function aReferral(chance: Chance, service: Service, { language, authority, group }: Known): Answers {
  return {
    name: chance.pick(names),
    contactMethods: ['call'],
    phone: `07700 900${String(chance.between(0, 999)).padStart(3, '0')}`,
    age: chance.between(7, 20),
    group,
    authority,
    livingWhere: chance.pick(service.livingPlaces).id,
    source: chance.pick(service.sources).id,
    issues: [...new Set([chance.pick(service.issues).id, chance.pick(service.issues).id])],
    ...(service.languages.length > 1 && { speakLanguage: language }),
    gender: chance.pick(['girl', 'boy', 'girl', 'boy', 'another']),
    ethnicity: chance.pick(['white-british', 'white-british', 'white-british', 'mixed', 'asian', 'black-african']),
    disability: chance.pick(['yes', 'no', 'no', 'no', 'not-sure']),
  }
}

function aStart(chance: Chance, at: Instant): Answers {
  const day = londonDay(at)
  return {
    confidentialityOn: day,
    consentOn: day,
    ...(chance.happens(0.95) && { planOn: day }),
    explained: ['rights', 'options', ...(chance.happens(0.9) ? ['change-advocate'] : []), 'complain-about-us'],
  }
}

type Working = {
  readonly chance: Chance
  readonly happens: (form: string, at: Instant, answers: Answers) => Promise<boolean>
  readonly met: Instant
}

async function work({ chance, happens, met }: Working): Promise<void> {
  for (let week = 0; week < chance.between(2, 6); week += 1) {
    const at = hoursLater(met, week * 9 * DAY + 2)
    await happens('hours', at, {
      workedOn: londonDay(at),
      minutesWithChild: chance.between(2, 6) * 15,
      minutesOtherWork: chance.between(1, 6) * 15,
      minutesTravel: chance.between(0, 4) * 15,
    })
    if (week % 2 === 1) await happens('meeting', hoursLater(at, 1), aMeeting(chance))
  }
}

function aMeeting(chance: Chance): Answers {
  return {
    kind: chance.pick([
      'with-advocate',
      'looked-after-review',
      'child-protection-conference',
      'school',
      'pathway-plan',
    ]),
    youngPerson: chance.happens(0.85) ? 'there' : 'not-there',
    howContributed: chance.pick(['by-myself', 'together', 'advocate-speaks']),
    venue: chance.pick(['where-child-lives', 'school', 'community', 'our-office', 'phone-or-online']),
    accessible: chance.happens(0.9) ? 'yes' : 'no',
    riskChecked: chance.happens(0.95) ? 'yes' : 'no',
  }
}

function aClosure(chance: Chance, service: Service): Answers {
  const mostly = (share: number) => (chance.happens(share) ? 'yes' : 'no')
  return {
    closingReason: chance.pick([
      'issue-has-outcome',
      'issue-has-outcome',
      'can-speak-up',
      'no-longer-wanted',
      'lost-contact',
    ]),
    nonInstructed: 'no',
    positiveOutcome: mostly(0.86),
    knowsHowItWorks: mostly(0.84),
    knowsRights: mostly(0.88),
    moreConfident: mostly(0.8),
    getsOnWithWorker: chance.pick(['yes', 'yes', 'no', 'no-worker']),
    spokeUpInMeeting: chance.pick(['yes', 'yes', 'no', 'no-occasion']),
    spokeUpInWriting: chance.pick(['yes', 'no', 'no-occasion', 'no-occasion']),
    issues: [...new Set([chance.pick(service.issues).id, chance.pick(service.issues).id])],
    agencies: [chance.pick(['social-services', 'social-services', 'health', 'education', 'housing'])],
    ...(chance.happens(0.2) && { complaintStage: chance.pick(['informal', 'informal', 'stage-1', 'stage-2']) }),
    languageGiven: chance.happens(0.93) ? 'always' : 'sometimes',
    explained: ['rights', 'options'],
    childToldOfEnd: 'yes',
    issueSurveyCode: 'yes',
  }
}

function aSurvey(chance: Chance): Answers {
  const much = () => chance.pick(['a-lot', 'a-lot', 'a-lot', 'a-bit', 'a-bit', 'no', 'not-sure'])
  const happy = () => chance.pick(['happy', 'happy', 'happy', 'in-the-middle', 'not-happy'])
  const areas = ['rights', 'feelings-and-health', 'being-safe', 'school-work-fun', 'family-and-friends', 'where-i-live']
  return {
    listened: much(),
    helpedChoose: much(),
    knowHowItWorks: much(),
    knowRights: much(),
    ourHelp: happy(),
    tellAFriend: much(),
    turnedOut: happy(),
    getOnWithWorker: chance.pick(['better', 'the-same', 'not-sure', 'does-not-fit']),
    moreSure: much(),
    helpedWith: [...new Set([chance.pick(areas), chance.pick(areas)])],
    toldPrivate: chance.pick(['yes', 'yes', 'yes', 'not-sure']),
    fairAndKind: much(),
    onYourSide: much(),
    agreedPlan: much(),
  }
}
