import { loadService } from '#server/load-service.ts'
import { accepts, asks, closes, does, notes } from './acts.ts'
import { worksOut } from './works-out.ts'

const wales = loadService('cymru-demo')

worksOut('M11', {
  says: 'of two accepted, one was given an advocate',
  acts: [
    asks('ann', '2026-10-05T08:00:00Z'),
    accepts('ann', '2026-10-05T10:00:00Z'),
    does('allocation', 'ann/given', '2026-10-06T10:00:00Z', { advocateFirstName: 'Nia', why: 'first' }),
    asks('bob', '2026-10-05T08:00:00Z'),
    accepts('bob', '2026-10-05T10:00:00Z'),
  ],
  shows: { share: { all: '1/2' } },
})

const left = (name: string, at: string, says: Record<string, string>) =>
  notes('answerphone', name, '2026-11-20T09:00:00Z', { occurredAt: at, subject: 'referral', reply: 'waiting', ...says })
const replied = (repliedAt: string) => ({ reply: 'replied', repliedAt })

worksOut('M12', {
  says: 'an answer by five on the next working day is in time, a millisecond later is not; what waits was not answered',
  acts: [
    // Left on Friday 30 October after hours: due on Monday at five.
    left('in-time', '2026-10-30T18:00:00.000Z', { spokenLanguage: 'cy', ...replied('2026-11-02T17:00:00.000Z') }),
    left('late', '2026-10-30T18:00:00.000Z', { spokenLanguage: 'en', ...replied('2026-11-02T17:00:00.001Z') }),
    left('waiting', '2026-11-10T18:00:00.000Z', { spokenLanguage: 'en' }),
    left('other', '2026-11-10T18:00:00.000Z', { subject: 'information', reply: 'not-needed' }),
  ],
  shows: {
    'in-time': { all: '1/3' },
    subject: { referral: 3, information: 1 },
    language: { cy: 1, en: 2, 'not-said': 1 },
    // Friday 18:00 to Monday 17:00.
    hours: { all: '2 of: 71, 71, 71' },
  },
})

worksOut('M13', {
  says: 'half past four is inside, five o’clock, a Saturday and a bank holiday outside',
  acts: [
    asks('inside', '2026-11-02T16:30:00Z'), // Monday
    asks('at-five', '2026-11-02T17:00:00Z'),
    asks('saturday', '2026-11-07T10:00:00Z'),
    asks('boxing-day-kept-on-monday', '2026-12-28T10:00:00Z'),
    // 8:30 UTC is half past nine in London while summer time lasts: inside.
    asks('summer', '2026-10-05T08:30:00Z'),
  ],
  shows: { share: { all: '3/5' } },
})

const notice = (name: string, at: string, says: Record<string, string | number>) =>
  notes('active-offer-notice', name, at, {
    who: 'social-worker',
    offerRoute: 'looked-after',
    optedOut: 'no',
    name,
    howToReach: 'through the carer',
    ...says,
  })
const optedOut = (name: string, at: string, offerRoute: string, says: Record<string, string> = {}) =>
  notes('active-offer-notice', name, at, {
    who: 'social-worker',
    offerRoute,
    optedOut: 'yes',
    optOutReason: 'no-need',
    ...says,
  })
const meets = (name: string, at: string, says: Record<string, string> = {}, samePersonAs?: string) =>
  does(
    'active-offer-meeting',
    `${name}/met`,
    at,
    {
      result: 'held',
      offerRoute: 'looked-after',
      metBy: 'advocate',
      outcome: 'wants-advocate',
      leafletLeft: 'yes',
      widerSupport: 'yes',
      ...says,
    },
    samePersonAs,
  )
const declines = (name: string, at: string, declinedReason: string, says: Record<string, string> = {}) =>
  does('active-offer-meeting', `${name}/declined`, at, {
    result: 'declined',
    offerRoute: 'looked-after',
    declinedReason,
    leafletLeft: 'yes',
    widerSupport: 'yes',
    ...says,
  })

worksOut('M14', {
  says: 'notices by route, whoever wrote them down',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    notice('bob', '2026-10-06T08:00:00Z', { offerRoute: 'child-protection' }),
    asks(
      'cai',
      '2026-10-07T08:00:00Z',
      { who: 'social-worker', kind: 'active-offer', offerRoute: 'care-and-support' },
      { form: 'supported-referral' },
    ),
  ],
  shows: { total: { all: 3 }, route: { 'looked-after': 1, 'child-protection': 1, 'care-and-support': 1 } },
})

worksOut('M15', {
  says: 'two of three opted out',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    optedOut('bob', '2026-10-06T08:00:00Z', 'looked-after'),
    optedOut('cai', '2026-10-06T08:00:00Z', 'child-protection', { optOutReason: 'reason-not-given' }),
  ],
  shows: { share: { all: '2/3' }, reason: { 'no-need': 1, 'reason-not-given': 1 } },
})

worksOut('M16', {
  says: 'a meeting on the day of the review is not before it; who opted out or declined is in the second figure only',
  acts: [
    notice('before', '2026-09-20T08:00:00Z', { offerDate: '2026-11-10' }),
    meets('before', '2026-11-09T10:00:00Z'),
    notice('same-day', '2026-10-20T08:00:00Z', { offerDate: '2026-11-10' }),
    meets('same-day', '2026-11-10T08:00:00Z'),
    notice('no', '2026-10-20T08:00:00Z', { offerDate: '2026-11-11' }),
    declines('no', '2026-10-21T08:00:00Z', 'no-need'),
    optedOut('out', '2026-10-20T08:00:00Z', 'looked-after', { offerDate: '2026-12-31' }),
    notice('conference', '2026-10-20T08:00:00Z', { offerRoute: 'child-protection', offerDate: '2026-10-30' }),
    // Its review is in the next quarter.
    notice('later', '2026-12-20T08:00:00Z', { offerDate: '2027-01-01' }),
  ],
  uncounted: ['later', 'same-day/met'],
  shows: {
    'looked-after': { all: '1/2' },
    'looked-after-all': { all: '1/4' },
    'child-protection': { all: '0/1' },
    'child-protection-all': { all: '0/1' },
  },
})

worksOut('M17', {
  says: 'declined, by reason; opting out before is something else',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    declines('ann', '2026-10-06T08:00:00Z', 'other-help'),
    notice('bob', '2026-10-05T08:00:00Z', {}),
    declines('bob', '2026-10-07T08:00:00Z', 'reason-not-given'),
    optedOut('cai', '2026-10-06T08:00:00Z', 'looked-after'),
  ],
  uncounted: ['cai'],
  shows: { total: { all: 2 }, reason: { 'other-help': 1, 'reason-not-given': 1 } },
})

worksOut('M18', {
  says: 'meetings held, by what the child chose',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    meets('ann', '2026-10-06T08:00:00Z'),
    notice('bob', '2026-10-05T08:00:00Z', {}),
    meets('bob', '2026-10-06T08:00:00Z', { outcome: 'thinking' }),
    notice('cai', '2026-10-05T08:00:00Z', {}),
    meets('cai', '2026-10-06T08:00:00Z', { outcome: 'other-kind', otherKind: 'peer' }),
  ],
  shows: { outcome: { 'wants-advocate': 1, thinking: 1, 'other-kind': 1 } },
})

worksOut('M19', {
  says: 'one yes that became a referral, one who came later within a year',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    meets('ann', '2026-10-06T08:00:00Z'),
    asks('ann-asks', '2026-10-06T09:00:00Z', { source: 'active-offer' }),
    notice('bob', '2026-10-05T08:00:00Z', {}),
    meets('bob', '2026-10-06T08:00:00Z', { outcome: 'not-now' }),
    asks('bob-asks', '2026-12-01T09:00:00Z'),
    accepts('bob-asks', '2026-12-01T10:00:00Z', {}, 'bob'),
  ],
  shows: { total: { all: 1 }, 'take-up': { all: '1/2' }, later: { all: 1 } },
})

worksOut('M20', {
  says: 'the worker was told of two of three; both leaflet and wider support at one of two meetings held',
  acts: [
    notice('ann', '2026-10-05T08:00:00Z', {}),
    meets('ann', '2026-10-06T08:00:00Z', { workerTold: 'yes', workerToldOn: '2026-10-06' }),
    notice('bob', '2026-10-05T08:00:00Z', {}),
    meets('bob', '2026-10-06T08:00:00Z', { widerSupport: 'no' }),
    notice('cai', '2026-10-05T08:00:00Z', {}),
    declines('cai', '2026-10-06T08:00:00Z', 'no-need', { workerTold: 'yes', workerToldOn: '2026-10-06' }),
  ],
  shows: { 'worker-told': { all: '2/3' }, left: { all: '1/2' } },
})

const works = (name: string, workedOn: string, minutes: Record<string, number>, says: Record<string, string> = {}) =>
  does('hours', name, `${workedOn}T17:00:00Z`, { workedOn, ...minutes, ...says })
const open = (name: string, says: Record<string, string> = {}) => [
  asks(name, '2026-09-01T08:00:00Z', says),
  accepts(name, '2026-09-01T10:00:00Z'),
]

worksOut('M21', {
  says: 'advocacy and travel of the days in the quarter: the first and the last are in it',
  acts: [
    asks('ann', '2026-09-01T08:00:00Z'),
    works('ann/1', '2026-10-01', { minutesWithChild: 60, minutesOtherWork: 30, minutesTravel: 15 }),
    works('ann/2', '2026-12-31', { minutesOtherWork: 45 }, { spot: 'yes' }),
    works('ann/before', '2026-09-30', { minutesWithChild: 600 }),
  ],
  uncounted: ['ann/before'],
  // 60 + 30 + 15 + 45 = 150 minutes; advocacy 135; travel 15; spot 45.
  shows: {
    total: { all: '2.5 h' },
    advocacy: { all: '2.25 h' },
    'with-child': { all: '1 h' },
    travel: { all: '0.25 h' },
    spot: { all: '0.75 h' },
  },
})

worksOut('M25', {
  says: 'exactly 8.0 hours is not over 8, a minute more is; the update is due on reaching 8.0',
  acts: [
    ...open('eight'),
    works('eight/1', '2026-10-01', { minutesWithChild: 420, minutesTravel: 60 }),
    does('hours-review', 'eight/update', '2026-11-02T09:00:00Z', {
      threshold: 'review',
      updateSentOn: '2026-11-02',
    }),
    ...open('more'),
    works('more/1', '2026-09-10', { minutesWithChild: 479 }),
    works('more/2', '2026-10-10', { minutesTravel: 2 }),
    // Came to 8 hours in the quarter before: over now, its update was due then.
    ...open('before'),
    works('before/1', '2026-09-10', { minutesWithChild: 481 }),
  ],
  // An accepted case is open; "eight" is in the share only, so its acceptance moves nothing.
  uncounted: ['eight/accepted'],
  shows: { total: { all: 2 }, updates: { all: '1/2' } },
})

worksOut('M26', {
  says: 'exactly 12.0 hours is not over 12; a conference case over 15 stays in the count and has a line',
  acts: [
    ...open('twelve'),
    works('twelve/1', '2026-10-01', { minutesWithChild: 720 }),
    does('hours-review', 'twelve/asked', '2026-10-02T09:00:00Z', {
      threshold: 'approval',
      moreHoursAsked: 'yes',
      hoursAsked: 4,
      decision: 'approved',
      decidedOn: '2026-10-02',
    }),
    ...open('over'),
    works('over/1', '2026-10-01', { minutesWithChild: 721 }),
    ...open('conference', { group: 'child-protection' }),
    works('conference/1', '2026-10-01', { minutesWithChild: 901 }),
    does('hours-review', 'conference/asked', '2026-10-02T09:00:00Z', {
      threshold: 'conferences',
      moreHoursAsked: 'yes',
      hoursAsked: 2,
      decision: 'waiting',
    }),
  ],
  uncounted: ['twelve/1', 'twelve/accepted'],
  shows: {
    total: { all: 2 },
    asked: { all: 2 },
    approved: { all: 1 },
    'not-approved': { all: 2 },
    'over-conferences': { all: 1 },
  },
})

const otherHours = { ...wales, hours: { review: 4, approval: 6.5, conferences: 20 } }

worksOut('M25', {
  says: 'a service with four hours counts from four, and its update is due on reaching four',
  service: otherHours,
  acts: [
    ...open('four'),
    works('four/1', '2026-10-01', { minutesWithChild: 240 }),
    does('hours-review', 'four/update', '2026-10-02T09:00:00Z', { threshold: 'review', updateSentOn: '2026-10-02' }),
    ...open('more'),
    works('more/1', '2026-10-01', { minutesWithChild: 241 }),
  ],
  uncounted: ['four/accepted'],
  shows: { total: { all: 1 }, updates: { all: '1/2' } },
})

worksOut('M26', {
  says: 'a service with six and a half hours, and twenty for conferences, counts what is over those',
  service: otherHours,
  acts: [
    ...open('half'),
    works('half/1', '2026-10-01', { minutesWithChild: 390 }),
    ...open('conference', { group: 'child-protection' }),
    works('conference/1', '2026-10-01', { minutesWithChild: 1201 }),
  ],
  uncounted: ['half', 'half/1', 'half/accepted'],
  shows: { total: { all: 1 }, 'not-approved': { all: 1 }, 'over-conferences': { all: 1 } },
})

worksOut('M22', {
  says: 'work, a contact or a meeting makes one supported; twice is once, and a try is none',
  acts: [
    asks('ann', '2026-10-01T08:00:00Z', { group: 'looked-after' }),
    works('ann/1', '2026-10-02', { minutesOtherWork: 5 }),
    asks('bob', '2026-10-01T08:00:00Z'),
    does('contact', 'bob/reached', '2026-10-02T08:00:00Z', { outcome: 'reached', method: 'call' }),
    asks('cai', '2026-10-01T08:00:00Z'),
    does('meeting', 'cai/met', '2026-10-02T08:00:00Z', { kind: 'with-advocate', youngPerson: 'there' }),
    asks('dan', '2026-10-01T08:00:00Z'),
    does('contact', 'dan/tried', '2026-10-02T08:00:00Z', { outcome: 'no-answer', method: 'call' }),
    // The same young person asks again: still one.
    accepts('ann', '2026-10-01T09:00:00Z'),
    asks('ann-again', '2026-12-01T08:00:00Z', { group: 'looked-after' }),
    accepts('ann-again', '2026-12-01T09:00:00Z', {}, 'ann'),
    works('ann-again/1', '2026-12-02', { minutesOtherWork: 5 }),
  ],
  uncounted: ['dan', 'dan/tried', 'ann', 'ann/1', 'ann-again', 'ann-again/1'],
  shows: { total: { all: 3 }, group: { 'looked-after': 1, 'not-said': 2 } },
})

worksOut('M23', {
  says: 'open at the last millisecond; closed in it is not, closed in the next is',
  acts: [
    asks('open', '2026-10-01T08:00:00Z', { group: 'looked-after' }),
    accepts('open', '2026-10-02T08:00:00Z', { group: 'care-leaver' }),
    asks('closed-then', '2026-10-01T08:00:00Z'),
    accepts('closed-then', '2026-10-02T08:00:00Z'),
    closes('closed-then', '2026-12-31T23:59:59.999Z'),
    asks('closed-after', '2026-10-01T08:00:00Z', { group: 'looked-after' }),
    accepts('closed-after', '2026-10-02T08:00:00Z'),
    closes('closed-after', '2027-01-01T00:00:00.000Z'),
    asks('not-looked-at', '2026-10-01T08:00:00Z'),
  ],
  uncounted: ['not-looked-at', 'closed-after/closed', 'closed-then', 'closed-then/accepted'],
  // What staff found wins over what the young person said.
  shows: { total: { all: 2 }, group: { 'care-leaver': 1, 'looked-after': 1 } },
})

worksOut('M24', {
  says: 'closings by reason, the last of the quarter in London among them',
  acts: [
    asks('ann', '2026-10-01T08:00:00Z'),
    closes('ann', '2026-12-31T23:59:59.999Z', { closingReason: 'lost-contact' }),
    asks('bob', '2026-10-01T08:00:00Z'),
    closes('bob', '2026-10-02T08:00:00Z', { closingReason: 'final-conference' }),
    // 30 September 23:00 UTC is 1 October in London.
    asks('cai', '2026-09-01T08:00:00Z'),
    closes('cai', '2026-09-30T23:00:00Z', { closingReason: 'lost-contact' }),
  ],
  shows: { total: { all: 3 }, reason: { 'lost-contact': 2, 'final-conference': 1 } },
})

worksOut('M30', {
  says: 'one of two young people supported has complex needs',
  service: {
    ...wales,
    groups: [...wales.groups, { id: 'complex-needs', words: { cy: 'Anghenion cymhleth', en: 'Complex needs' } }],
  },
  acts: [
    asks('ann', '2026-10-01T08:00:00Z'),
    accepts('ann', '2026-10-01T09:00:00Z', { group: 'complex-needs' }),
    works('ann/1', '2026-10-02', { minutesOtherWork: 5 }),
    asks('bob', '2026-10-01T08:00:00Z'),
    works('bob/1', '2026-10-02', { minutesOtherWork: 5 }),
  ],
  shows: { share: { all: '1/2' } },
})

worksOut('M27', {
  says: 'the main reason as it was said, or as staff coded it',
  acts: [
    asks('ann', '2026-10-01T08:00:00Z', { reason: 'rights', secondReason: 'complaint' }),
    asks('bob', '2026-10-01T08:00:00Z'),
    accepts('bob', '2026-10-01T09:00:00Z', { reason: 'rights' }),
    asks('cai', '2026-10-01T08:00:00Z'),
  ],
  shows: { reason: { rights: 2, 'not-said': 1 }, second: { complaint: 1 } },
})

worksOut('M72', {
  says: 'one advocate throughout in one of two closed cases',
  acts: [
    asks('ann', '2026-10-01T08:00:00Z'),
    does('allocation', 'ann/first', '2026-10-02T10:00:00Z', { advocateFirstName: 'Nia', why: 'first' }),
    closes('ann', '2026-11-01T08:00:00Z'),
    asks('bob', '2026-10-01T08:00:00Z'),
    does('allocation', 'bob/first', '2026-10-02T10:00:00Z', { advocateFirstName: 'Nia', why: 'first' }),
    does('allocation', 'bob/second', '2026-10-12T10:00:00Z', { advocateFirstName: 'Tom', why: 'advocate-left' }),
    closes('bob', '2026-11-01T08:00:00Z'),
  ],
  shows: { share: { all: '1/2' } },
})
