import { loadService } from '#server/load-service.ts'
import { asks, closes, does, notes, surveys } from './acts.ts'
import { worksOut } from './works-out.ts'

const wales = loadService('cymru-demo')
const asked = '2026-10-01T08:00:00Z'
const closed = '2026-11-02T08:00:00Z'
const closedCase = (name: string, says: Record<string, string | string[]> = {}) => [
  asks(name, asked),
  closes(name, closed, says),
]

/** Four closed cases: a yes, a "not sure", a question left out and a young person who cannot be asked. */
const said = (question: string, yes: string, notSure: string) => [
  ...closedCase('ann'),
  surveys('ann', '2026-11-05T08:00:00Z', { [question]: yes }),
  ...closedCase('bob'),
  surveys('bob', '2027-01-05T08:00:00Z', { [question]: notSure }),
  ...closedCase('cai'),
  surveys('cai', '2026-11-05T08:00:00Z', {}),
  ...closedCase('dan', { nonInstructed: 'yes' }),
]

for (const [id, question, yes, notSure] of [
  ['M37', 'knowHowItWorks', 'a-bit', 'not-sure'],
  ['M39', 'knowRights', 'a-lot', 'not-sure'],
  ['M41', 'ourHelp', 'happy', 'in-the-middle'],
  ['M42', 'tellAFriend', 'a-lot', 'no'],
  ['M44', 'turnedOut', 'happy', 'not-happy'],
  ['M51', 'moreSure', 'a-bit', 'not-sure'],
  ['M65', 'onYourSide', 'a-lot', 'not-sure'],
] as const)
  worksOut(id, {
    says: `${question}: ${notSure} is in the share, skipped is not; who cannot instruct was not asked`,
    acts: said(question, yes, notSure),
    // An empty survey answers nothing; who was not asked is in nothing here.
    uncounted: ['cai/closed/survey', 'dan', 'dan/closed'],
    shows: {
      share: { all: '1/2, 2 of 3 answered' },
      'share-of-all': { all: '1/3' },
      'share-spread': { [yes]: 1, [notSure]: 1 },
    },
  })

worksOut('M45', {
  says: 'who has no worker answered, and is left out of the share',
  acts: [
    ...closedCase('ann'),
    surveys('ann', '2026-11-05T08:00:00Z', { getOnWithWorker: 'better' }),
    ...closedCase('bob'),
    surveys('bob', '2026-11-05T08:00:00Z', { getOnWithWorker: 'the-same' }),
    ...closedCase('cai'),
    surveys('cai', '2026-11-05T08:00:00Z', { getOnWithWorker: 'does-not-fit' }),
  ],
  shows: {
    share: { all: '1/2, 3 of 3 answered' },
    'share-of-all': { all: '1/3' },
    'share-spread': { better: 1, 'the-same': 1, 'does-not-fit': 1 },
  },
})

worksOut('M36', {
  says: 'both yes answers are needed, and both have to be answered',
  acts: [
    ...closedCase('ann'),
    surveys('ann', '2026-11-05T08:00:00Z', { listened: 'a-lot', helpedChoose: 'a-bit' }),
    ...closedCase('bob'),
    surveys('bob', '2026-11-05T08:00:00Z', { listened: 'a-lot', helpedChoose: 'no' }),
    ...closedCase('cai'),
    surveys('cai', '2026-11-05T08:00:00Z', { listened: 'a-bit' }),
  ],
  shows: {
    share: { all: '1/2, 2 of 3 answered' },
    'share-of-all': { all: '1/3' },
    listened: { all: '3/3, 3 of 3 answered' },
    'listened-of-all': { all: '3/3' },
    'listened-spread': { 'a-lot': 2, 'a-bit': 1 },
    'helped-choose': { all: '1/2, 2 of 3 answered' },
    'helped-choose-of-all': { all: '1/3' },
    'helped-choose-spread': { 'a-bit': 1, no: 1 },
  },
})

for (const [id, question] of [
  ['M38', 'knowsHowItWorks'],
  ['M40', 'knowsRights'],
  ['M46', 'getsOnWithWorker'],
  ['M52', 'moreConfident'],
] as const)
  worksOut(id, {
    says: `${question}: of the returns made; "cannot say" is none`,
    acts: [
      ...closedCase('ann', { [question]: 'yes' }),
      ...closedCase('bob', { [question]: 'no' }),
      ...closedCase('cai', { [question]: 'cannot-say' }),
    ],
    shows: { share: { all: '1/2' }, 'of-all': { all: '1/3' }, spread: { yes: 1, no: 1, 'cannot-say': 1 } },
  })

worksOut('M43', {
  says: 'one of two closed with a positive outcome',
  acts: [...closedCase('ann', { positiveOutcome: 'yes' }), ...closedCase('bob')],
  shows: { share: { all: '1/2' } },
})

worksOut('M60', {
  says: 'both ways known counts, only one does not; the annual survey beside it',
  acts: [
    ...closedCase('ann'),
    surveys('ann', '2026-11-05T08:00:00Z', { knewHowToComplain: 'both' }),
    ...closedCase('bob'),
    surveys('bob', '2026-11-05T08:00:00Z', { knewHowToComplain: 'only-one' }),
    asks('year', '2026-11-05T08:00:00Z', { knowHowToComplain: 'a-bit' }, { form: 'annual-survey' }),
  ],
  shows: {
    share: { all: '1/2, 2 of 2 answered' },
    'share-of-all': { all: '1/2' },
    'share-spread': { both: 1, 'only-one': 1 },
    annual: { all: '0/1' },
    'annual-spread': { 'a-bit': 1 },
  },
})

worksOut('M64', {
  says: 'fair and kind; discrimination challenged',
  acts: [
    ...closedCase('ann', { discriminationChallenged: 'yes' }),
    surveys('ann', '2026-11-05T08:00:00Z', { fairAndKind: 'a-lot' }),
  ],
  shows: {
    share: { all: '1/1, 1 of 1 answered' },
    'share-of-all': { all: '1/1' },
    'share-spread': { 'a-lot': 1 },
    challenged: { all: 1 },
  },
})

worksOut('M74', {
  says: 'one of two answered; who cannot instruct was not asked',
  acts: [
    ...closedCase('ann'),
    surveys('ann', '2026-11-05T08:00:00Z', { helper: 'carer' }),
    ...closedCase('bob'),
    ...closedCase('cai', { nonInstructed: 'yes' }),
  ],
  shows: { share: { all: '1/2' }, 'not-asked': { all: 1 }, mode: { online: 1 }, helper: { carer: 1 } },
})

worksOut('M81', {
  says: 'an area of well-being, of those who answered; a survey without that answer is not among them',
  acts: [
    ...closedCase('ann'),
    surveys('ann', '2026-11-05T08:00:00Z', { helpedWith: ['rights', 'being-safe'] }),
    ...closedCase('bob'),
    surveys('bob', '2026-11-05T08:00:00Z', { listened: 'no' }),
    asks('year', '2026-11-05T08:00:00Z', { helpedWith: ['nothing'] }, { form: 'annual-survey' }),
  ],
  uncounted: ['bob', 'bob/closed', 'bob/closed/survey'],
  shows: {
    closure: {
      rights: '1/1',
      'feelings-and-health': '0/1',
      'being-safe': '1/1',
      'school-work-fun': '0/1',
      'family-and-friends': '0/1',
      'joining-in': '0/1',
      'growing-up-and-money': '0/1',
      'where-i-live': '0/1',
      nothing: '0/1',
    },
    annual: {
      rights: '0/1',
      'feelings-and-health': '0/1',
      'being-safe': '0/1',
      'school-work-fun': '0/1',
      'family-and-friends': '0/1',
      'joining-in': '0/1',
      'growing-up-and-money': '0/1',
      'where-i-live': '0/1',
      nothing: '1/1',
    },
  },
})

worksOut('M75', {
  says: 'every answer to the annual survey, skipped ones left out',
  acts: [
    asks(
      'one',
      '2026-11-05T08:00:00Z',
      { source: 'friend', listenedTo: 'a-lot', feelsSafe: 'not-sure', authority: 'gwent', thisYear: 'happy' },
      { form: 'annual-survey' },
    ),
    asks('two', '2026-12-31T23:30:00Z', { listenedTo: 'no', knowAnyTime: 'yes' }, { form: 'annual-survey' }),
  ],
  shows: {
    total: { all: 2 },
    source: { friend: 1 },
    listenedTo: { 'a-lot': 1, no: 1 },
    feelsSafe: { 'not-sure': 1 },
    thisYear: { happy: 1 },
    knowAnyTime: { yes: 1 },
    authority: { said: 1, 'not-said': 1 },
  },
})

worksOut('M76', {
  says: 'who answered beside who was referred in twelve months, a gap over ten points flagged',
  acts: [
    asks('ann', asked, { age: 12, group: 'looked-after' }),
    closes('ann', closed),
    surveys('ann', '2026-11-05T08:00:00Z', { listened: 'no' }),
    asks('bob', '2026-02-01T08:00:00Z', { age: 17 }),
    // More than twelve months before the end of the quarter.
    asks('old', '2025-12-31T08:00:00Z', { age: 17 }),
  ],
  uncounted: ['old'],
  shows: {
    age: { '11-15': '1/1 less 1/2: 50 wide', '16-17': '0/1 less 1/2: -50 wide' },
    group: { 'looked-after': '1/1 less 1/1: 0' },
    language: { en: '1/1 less 2/2: 0' },
  },
})

const feedbackOf = (name: string, says: Record<string, string | string[]>, at = '2026-11-02T10:00:00Z') =>
  asks(name, at, says, { form: 'feedback' })
const answered = (name: string, at: string, says: Record<string, string | string[]> = {}) => ({
  ...does('feedback-answer', `${name}/answer`, at, { answeredAs: 'complaints-lead', outcome: 'upheld', ...says }),
  as: 'complaints-lead' as const,
})

worksOut(
  'M57',
  {
    says: 'in a finalised report: one of two in ten working days, by kind and outcome',
    isFinal: true,
    service: { ...wales, complaintsAboutUs: { acknowledgeWorkingDays: 2, answerWorkingDays: 10 } },
    acts: [
      // Ten working days after Monday 2 November end on Monday 16 November at five.
      feedbackOf('ann', { kind: 'complaint', aboutWhat: 'person', unfair: 'yes' }),
      answered('ann', '2026-11-16T17:00:00.000Z'),
      feedbackOf('bob', { kind: 'concern' }),
      answered('bob', '2026-11-16T17:00:00.001Z', { outcome: 'not-upheld' }),
    ],
    shows: {
      'in-limit': { all: '1/2' },
      kind: { complaint: 1, concern: 1 },
      about: { person: 1, 'not-said': 1 },
      unfair: { all: 1 },
      outcome: { upheld: 1, 'not-upheld': 1 },
    },
  },
  {
    says: 'in any other report: nothing',
    acts: [feedbackOf('ann', { kind: 'complaint' })],
    uncounted: ['ann'],
    shows: {},
  },
)

worksOut('M58', {
  says: 'compliments, those that may be quoted, and ideas',
  acts: [
    feedbackOf('ann', { kind: 'compliment', mayQuote: 'yes' }),
    feedbackOf('bob', { kind: 'compliment', mayQuote: 'no' }),
    feedbackOf('cai', { kind: 'suggestion' }),
  ],
  shows: { total: { all: 2 }, 'may-quote': { all: 1 }, suggestions: { all: 1 } },
})

worksOut('M59', {
  says: 'in a finalised report: put in touch with two bodies, one complaint',
  isFinal: true,
  acts: [
    feedbackOf('ann', { kind: 'complaint', putInTouch: ['council'] }),
    answered('ann', '2026-11-10T10:00:00Z', { putInTouchWith: ['council', 'meic'] }),
  ],
  shows: { total: { all: 1 }, body: { council: 1, meic: 1 }, asked: { council: 1 } },
})

const narrative = (name: string, says: Record<string, string | string[] | number>, day = '2026-12-31') =>
  notes('quarter-narrative', name, '2027-01-10T10:00:00Z', { day, words: 'What happened.', ...says })

worksOut('M77', {
  says: 'how many took part, by stage and role, on the days of the quarter; offers to join in',
  acts: [
    notes('participation', 'panel', '2027-01-10T10:00:00Z', {
      day: '2026-12-31',
      stage: 'recruit',
      role: 'panel',
      youngPeople: 3,
    }),
    notes('participation', 'board', '2026-11-10T10:00:00Z', {
      day: '2026-11-09',
      stage: 'plan',
      role: 'board',
      youngPeople: 2,
      authority: 'gwent',
    }),
    asks('ann', '2026-11-02T08:00:00Z', { joinIn: ['volunteer'] }, { form: 'join-in' }),
  ],
  shows: {
    total: { all: 5 },
    stage: { recruit: 3, plan: 2 },
    role: { panel: 3, board: 2 },
    occasions: { all: 2 },
    'signed-up': { all: 1 },
    wishes: { volunteer: 1 },
  },
})

worksOut('M78', {
  says: 'said in the quarter, and told in the quarter: each on its own day',
  acts: [
    narrative('done', { section: 'change', done: 'done', toldOn: '2026-11-01' }, '2026-09-01'),
    narrative('not-done', { section: 'change', done: 'not-done', whyNot: 'There is no money for it.' }),
  ],
  shows: { told: { all: 1 }, said: { all: 1 }, done: { 'not-done': 1 } },
})

worksOut('M79', {
  says: 'material, sessions and outreach with its cost and review',
  acts: [
    narrative('poster', { section: 'publicity', format: 'poster', inLanguage: 'both', copies: 200 }),
    narrative('talks', { section: 'awareness', forWhom: 'carers', sessions: 3, people: 40 }),
    narrative('reach', { section: 'outreach', outreachGroup: 'disabled', costPounds: 150, reviewOn: '2027-06-01' }),
  ],
  shows: {
    materials: { poster: 1 },
    language: { both: 1 },
    copies: { all: 200 },
    sessions: { carers: 3 },
    people: { all: 40 },
    outreach: { disabled: 1 },
    cost: { all: 150 },
    reviewed: { all: 1 },
  },
})

worksOut('M80', {
  says: 'who was referred, by what they said and what staff know',
  acts: [
    asks('ann', asked, { age: 15, livingWhere: 'other-area', group: 'looked-after' }),
    asks('bob', asked, { age: 16 }, { in: 'cy' }),
    does('screening', 'bob/accepted', '2026-10-01T09:00:00Z', {
      decision: 'accepted',
      group: 'care-leaver',
      legalStatus: 'care-leaver',
    }),
  ],
  shows: {
    age: { '11-15': 1, '16-17': 1 },
    language: { cy: 1, en: 1 },
    location: { 'other-area': 1, 'not-said': 1 },
    group: { 'looked-after': 1, 'care-leaver': 1 },
    'legal-status': { 'care-leaver': 1, 'not-said': 1 },
  },
})

worksOut('M80', {
  says: 'equality answers of the year, which no quarter can tell',
  period: '2026-27',
  madeAt: '2027-05-01T09:00:00Z',
  acts: [
    asks('ann', asked, { gender: 'girl', ethnicity: 'mixed' }),
    asks('bob', asked, { gender: 'boy', disability: 'yes', asylumSeeker: 'no' }),
  ],
  shows: {
    age: { 'not-said': 2 },
    gender: { girl: '1/2', boy: '1/2', another: '0/2', 'rather-not-say': '0/2' },
    ethnicity: {
      'white-british': '0/1',
      'white-other': '0/1',
      'gypsy-roma-traveller': '0/1',
      mixed: '1/1',
      asian: '0/1',
      'black-african': '0/1',
      'black-caribbean': '0/1',
      'black-other': '0/1',
      arab: '0/1',
      other: '0/1',
      'rather-not-say': '0/1',
    },
    disability: { yes: '1/1', no: '0/1', 'not-sure': '0/1', 'rather-not-say': '0/1' },
    asylumSeeker: { yes: '0/1', no: '1/1', 'not-sure': '0/1', 'rather-not-say': '0/1' },
    language: { en: 2 },
    location: { 'not-said': 2 },
    group: { 'not-said': 2 },
    'legal-status': { 'not-said': 2 },
  },
})

worksOut('M82', {
  says: 'a theme raised with two agencies, agreed, with a change',
  acts: [
    narrative('theme', { section: 'systemic', raisedWith: ['housing', 'health'], reply: 'agreed', changed: 'yes' }),
    narrative('other', { section: 'systemic', raisedWith: ['education'], reply: 'no-reply', changed: 'no' }),
  ],
  shows: {
    total: { all: 2 },
    with: { housing: 1, health: 1, education: 1 },
    reply: { agreed: 1, 'no-reply': 1 },
    changed: { all: 1 },
  },
})
