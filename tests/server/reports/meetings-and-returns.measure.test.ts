import { accepts, asks, closes, does, notes, surveys } from './acts.ts'
import { worksOut } from './works-out.ts'

const asked = '2026-10-01T08:00:00Z'
const step = (name: string, at: string, says: Record<string, string | string[]>) =>
  does('complaint-step', name, at, says)
const meets = (name: string, at: string, says: Record<string, string>) =>
  does('meeting', name, at, { youngPerson: 'there', ...says })

worksOut('M28', {
  says: 'each case at the highest stage of the quarter; informal apart; the closing may say it too',
  acts: [
    asks('ann', asked),
    step('ann/1', '2026-10-02T08:00:00Z', { step: 'stage-1' }),
    step('ann/2', '2026-11-02T08:00:00Z', { step: 'stage-2' }),
    asks('bob', asked),
    step('bob/1', '2026-10-02T08:00:00Z', { step: 'informal' }),
    asks('cai', asked),
    closes('cai', '2026-12-02T08:00:00Z', { complaintStage: 'stage-3' }),
    // Stage 3 in the next quarter: stage 1 in this one.
    asks('dan', asked),
    step('dan/1', '2026-12-02T08:00:00Z', { step: 'stage-1' }),
    step('dan/3', '2027-01-02T08:00:00Z', { step: 'stage-3' }),
  ],
  uncounted: ['ann/1', 'dan/3'],
  shows: { stage: { 'stage-1': 1, 'stage-2': 1, 'stage-3': 1 }, informal: { all: 1 } },
})

worksOut('M29', {
  says: 'settled by talking after it had become formal, once',
  acts: [
    asks('ann', asked),
    step('ann/1', '2026-09-02T08:00:00Z', { step: 'stage-1' }),
    step('ann/2', '2026-11-02T08:00:00Z', { step: 'resolved-by-talking' }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z', { complaintStage: 'stage-1', resolvedByTalking: 'yes' }),
    // Settled before it ever was formal.
    asks('cai', asked),
    step('cai/1', '2026-11-02T08:00:00Z', { step: 'resolved-by-talking' }),
  ].map((act) => (act.name === 'ann' ? { ...act, at: '2026-09-01T08:00:00Z' } : act)),
  uncounted: ['cai', 'cai/1'],
  shows: { total: { all: 2 } },
})

worksOut('M71', {
  says: 'young people helped with a complaint, and about whom: one twice is one',
  acts: [
    asks('ann', asked),
    step('ann/1', '2026-10-02T08:00:00Z', { step: 'informal', complaintAbout: ['housing'] }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z', { complaintStage: 'stage-1', complaintAbout: ['health', 'education'] }),
  ],
  shows: { total: { all: 2 }, about: { housing: 1, health: 1, education: 1 } },
})

worksOut('M31', {
  says: 'with the young person, and without them apart',
  acts: [
    asks('ann', asked),
    meets('ann/1', '2026-10-05T08:00:00Z', { kind: 'looked-after-review' }),
    meets('ann/2', '2026-10-06T08:00:00Z', { kind: 'looked-after-review' }),
    meets('ann/3', '2026-10-07T08:00:00Z', { kind: 'looked-after-review', youngPerson: 'not-there' }),
  ],
  shows: { total: { all: 2 }, without: { all: 1 } },
})

worksOut('M32', {
  says: 'conferences, and what was done around them',
  acts: [
    asks('ann', asked),
    meets('ann/1', '2026-10-05T08:00:00Z', {
      kind: 'child-protection-conference',
      metBefore: 'yes',
      viewsToChair: 'yes',
      toldAfter: 'no',
    }),
    meets('ann/2', '2026-10-06T08:00:00Z', {
      kind: 'child-protection-conference',
      youngPerson: 'not-there',
      viewsToChair: 'yes',
      toldAfter: 'yes',
    }),
  ],
  shows: {
    total: { all: 1 },
    without: { all: 1 },
    'met-before': { all: 1 },
    'views-to-chair': { all: 2 },
    'told-after': { all: 1 },
  },
})

worksOut('M33', {
  says: 'other meetings with those who decide: neither a talk with the advocate nor a letter',
  acts: [
    asks('ann', asked),
    meets('ann/1', '2026-10-05T08:00:00Z', { kind: 'school' }),
    meets('ann/2', '2026-10-05T08:00:00Z', { kind: 'court', youngPerson: 'not-there' }),
    meets('ann/3', '2026-10-05T08:00:00Z', { kind: 'with-advocate' }),
    meets('ann/4', '2026-10-05T08:00:00Z', { kind: 'letter' }),
  ],
  uncounted: ['ann/3', 'ann/4'],
  shows: { total: { all: 1 }, without: { all: 1 }, kind: { school: 1 } },
})

worksOut('M34', {
  says: 'helped with a Pathway Plan',
  acts: [asks('ann', asked), closes('ann', '2026-11-02T08:00:00Z', { pathwayPlanHelped: 'yes' })],
  shows: { total: { all: 1 } },
})

worksOut('M35', {
  says: 'told of two groups is one young person; an offer to join in stands apart',
  acts: [
    asks('ann', asked),
    closes('ann', '2026-11-02T08:00:00Z', { referredToForum: ['group-or-forum', 'volunteer'] }),
    asks('bob', asked, { joinIn: ['group-or-forum'] }, { form: 'join-in' }),
  ],
  shows: { total: { all: 1 }, forum: { 'group-or-forum': 1, volunteer: 1 }, 'signed-up': { 'group-or-forum': 1 } },
})

const comesBack = (name: string, at: string, samePersonAs: string, reason: string) => [
  asks(name, at, { reason }),
  accepts(name, at.replace('08:00', '09:00'), {}, samePersonAs),
]
/** Closed on 10 November 2025 in London. */
const closedCase = (name: string) => [
  asks(name, '2025-10-01T08:00:00Z', { reason: 'rights' }),
  accepts(name, '2025-10-01T09:00:00Z'),
  closes(name, '2025-11-10T12:00:00Z'),
]

worksOut('M47', {
  says: 'back on the 365th day after the closing counts, on the 366th it does not',
  acts: [
    ...closedCase('ann'),
    ...comesBack('ann-2', '2026-11-10T08:00:00Z', 'ann', 'rights'),
    ...closedCase('bob'),
    ...comesBack('bob-2', '2026-11-11T08:00:00Z', 'bob', 'rights'),
  ],
  uncounted: ['bob', 'bob/accepted', 'bob/closed', 'bob-2', 'bob-2/accepted'],
  shows: { total: { all: 1 }, issue: { 'same-reason': 1 } },
})

worksOut('M48', {
  says: 'the second return within the year, in the quarter in which it came',
  acts: [
    ...closedCase('ann'),
    ...comesBack('ann-2', '2026-06-01T08:00:00Z', 'ann', 'rights'),
    ...comesBack('ann-3', '2026-10-20T08:00:00Z', 'ann', 'complaint'),
  ],
  shows: { total: { all: 1 }, issue: { 'other-reason': 1 } },
})

worksOut('M53', {
  says: 'issues asked about and found, by agency and group: several to a case',
  acts: [
    asks('ann', asked, { issues: ['health', 'money'], group: 'looked-after', reason: 'rights' }),
    asks('bob', '2026-09-01T08:00:00Z', { issues: ['health'] }),
    closes('bob', '2026-11-02T08:00:00Z', { issues: ['where-i-live'], agencies: ['housing', 'health'] }),
  ],
  shows: {
    asked: { health: 1, money: 1 },
    closed: { 'where-i-live': 1 },
    agency: { housing: 1, health: 1 },
    'issue-agency': { 'where-i-live / housing': 1, 'where-i-live / health': 1 },
    'issue-group': { 'health / looked-after': 1, 'money / looked-after': 1 },
    'issue-reason': { 'health / rights': 1, 'money / rights': 1 },
  },
})

const starts = (name: string, at: string, says: Record<string, string | string[]> = {}) =>
  does('start', `${name}/start`, at, { confidentialityOn: at.slice(0, 10), consentOn: at.slice(0, 10), ...says })

worksOut('M54', {
  says: 'a plan with one of two first met; met before the quarter is not counted',
  acts: [
    asks('ann', asked),
    starts('ann', '2026-10-05T08:00:00Z', { planOn: '2026-10-05' }),
    closes('ann', '2026-11-02T08:00:00Z'),
    surveys('ann', '2026-11-03T08:00:00Z', { agreedPlan: 'a-bit' }),
    asks('bob', asked),
    meets('bob/1', '2026-10-05T08:00:00Z', { kind: 'with-advocate' }),
    asks('cai', '2026-09-01T08:00:00Z'),
    meets('cai/1', '2026-09-05T08:00:00Z', { kind: 'with-advocate' }),
    starts('cai', '2026-10-06T08:00:00Z', { planOn: '2026-10-06' }),
  ],
  uncounted: ['cai', 'cai/start'],
  shows: {
    share: { all: '1/2' },
    closure: { all: '1/1, 1 of 1 answered' },
    'closure-of-all': { all: '1/1' },
    'closure-spread': { 'a-bit': 1 },
  },
})

worksOut('M55', {
  says: 'a receipt with every request; explained in person before work; the young person says so too',
  acts: [
    asks('ann', asked, {}, { answers: 'explain' }),
    starts('ann', '2026-10-05T08:00:00Z'),
    closes('ann', '2026-11-02T08:00:00Z'),
    surveys('ann', '2026-11-03T08:00:00Z', { toldPrivate: 'not-sure' }),
    asks('bob', asked),
    meets('bob/1', '2026-10-05T08:00:00Z', { kind: 'with-advocate' }),
    asks('year', '2026-11-03T08:00:00Z', { knowPrivate: 'a-bit' }, { form: 'annual-survey' }),
  ],
  shows: {
    share: { all: '2/2' },
    'asked-to-explain': { all: 1 },
    'in-person': { all: '1/2' },
    closure: { all: '0/1, 1 of 1 answered' },
    'closure-of-all': { all: '0/1' },
    'closure-spread': { 'not-sure': 1 },
    annual: { all: '1/1' },
    'annual-spread': { 'a-bit': 1 },
  },
})

worksOut('M56', {
  says: 'told at the time, told since, not yet told; asked first in two; the young person says they were told',
  acts: [
    asks('ann', asked),
    does('passing-on', 'ann/1', '2026-10-05T08:00:00Z', {
      consent: 'given',
      toWhom: ['police'],
      told: 'before',
      toldOn: '2026-10-05',
      supportContinued: 'yes',
    }),
    does('passing-on', 'ann/2', '2026-10-06T08:00:00Z', {
      consent: 'not-asked',
      reason: 'there was no time',
      ground: 'harm-to-child',
      toWhom: ['social-services'],
      told: 'not-yet',
      whyNotYet: 'not safe yet',
      tellBy: '2026-10-12',
      supportContinued: 'yes',
    }),
    does('passing-on', 'ann/3', '2026-10-06T08:00:00Z', {
      consent: 'refused',
      reason: 'harm',
      ground: 'harm-to-child',
      toWhom: ['social-services'],
      told: 'not-yet',
      whyNotYet: 'not safe yet',
      tellBy: '2026-10-12',
      supportContinued: 'no',
    }),
    {
      name: 'ann/3/told',
      at: '2026-10-10T08:00:00Z',
      does: 'passing-on-told',
      settles: 'ann/3',
      says: { toldOn: '2026-10-10' },
    },
    closes('ann', '2026-11-02T08:00:00Z'),
    surveys('ann', '2026-11-03T08:00:00Z', { passedOn: 'yes-and-told' }),
  ],
  shows: {
    told: { all: '2/3' },
    disclosures: { all: 3 },
    consent: { given: 1, refused: 1, 'not-asked': 1 },
    'consent-asked': { all: '2/3' },
    'support-kept': { all: '2/3' },
    closure: { all: '1/1, 1 of 1 answered' },
    'closure-spread': { 'yes-and-told': 1 },
  },
})

worksOut('M69', {
  says: 'how they had their say in meetings and letters, and whether they chose it',
  acts: [
    asks('ann', asked),
    meets('ann/1', '2026-10-05T08:00:00Z', { kind: 'school', howContributed: 'together' }),
    meets('ann/2', '2026-10-05T08:00:00Z', { kind: 'letter', howContributed: 'by-myself' }),
    // A talk with the advocate is no having a say.
    meets('ann/3', '2026-10-05T08:00:00Z', { kind: 'with-advocate', howContributed: 'by-myself' }),
    closes('ann', '2026-11-02T08:00:00Z'),
    surveys('ann', '2026-11-03T08:00:00Z', { ownChoice: 'no' }),
  ],
  uncounted: ['ann/3'],
  shows: {
    meeting: { together: 1 },
    letter: { 'by-myself': 1 },
    'chose-freely': { all: '0/1, 1 of 1 answered' },
    'chose-freely-of-all': { all: '0/1' },
    'chose-freely-spread': { no: 1 },
  },
})

worksOut('M73', {
  says: 'places that were checked and accessible: a call is no place, a blank is no yes',
  acts: [
    asks('ann', asked),
    meets('ann/1', '2026-10-05T08:00:00Z', {
      kind: 'school',
      venue: 'school',
      accessible: 'yes',
      riskChecked: 'yes',
    }),
    meets('ann/2', '2026-10-05T08:00:00Z', { kind: 'with-advocate', venue: 'community', accessible: 'no' }),
    meets('ann/3', '2026-10-05T08:00:00Z', { kind: 'with-advocate', venue: 'phone-or-online' }),
    closes('ann', '2026-11-02T08:00:00Z'),
    surveys('ann', '2026-11-03T08:00:00Z', { goodPlaceAndTime: 'a-lot' }),
  ],
  shows: {
    'risk-checked': { all: '1/2' },
    accessible: { all: '1/2' },
    venue: { school: 1, community: 1, 'phone-or-online': 1 },
    'good-place': { all: '1/1, 1 of 1 answered' },
    'good-place-of-all': { all: '1/1' },
    'good-place-spread': { 'a-lot': 1 },
  },
})

const speaksUp = (id: 'M49' | 'M50', question: string) =>
  worksOut(id, {
    says: 'of those who had the occasion; of all closed cases; how many had none',
    acts: [
      asks('ann', asked),
      closes('ann', '2026-11-02T08:00:00Z', { [question]: 'yes' }),
      asks('bob', asked),
      closes('bob', '2026-11-02T08:00:00Z', { [question]: 'no' }),
      asks('cai', asked),
      closes('cai', '2026-11-02T08:00:00Z', { [question]: 'no-occasion' }),
    ],
    shows: { share: { all: '1/2' }, 'of-all': { all: '1/3' }, 'no-occasion': { all: 1 } },
  })
speaksUp('M49', 'spokeUpInMeeting')
speaksUp('M50', 'spokeUpInWriting')

worksOut('M66', {
  says: 'helped to legal and specialist advice: one young person, two kinds',
  acts: [asks('ann', asked), closes('ann', '2026-11-02T08:00:00Z', { specialistAdvice: ['legal', 'specialist'] })],
  shows: { total: { all: 1 }, kind: { legal: 1, specialist: 1 } },
})

worksOut('M67', {
  says: 'rights at the start and options at the end are both; rights alone are not',
  acts: [
    asks('ann', asked),
    starts('ann', '2026-10-05T08:00:00Z', { explained: ['rights'] }),
    closes('ann', '2026-11-02T08:00:00Z', { explained: ['options'], signpostedTo: ['meic', 'council'] }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z', { explained: ['rights'] }),
  ],
  shows: { share: { all: '1/2' }, signposted: { meic: 1, council: 1 } },
})

worksOut('M68', {
  says: 'explained in one of two; a wish by the form for it, its answer after 48 hours, and two views of it',
  acts: [
    asks('ann', asked),
    accepts('ann', '2026-10-01T09:00:00Z'),
    starts('ann', '2026-10-05T08:00:00Z', { explained: ['change-advocate'] }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z'),
    surveys('bob', '2026-11-03T08:00:00Z', { knewCouldChange: 'no' }),
    asks('wish', '2026-10-10T08:00:00Z', { wish: 'change' }, { form: 'advocate-change' }),
    does('advocate-change-answer', 'wish/answer', '2026-10-12T08:00:00Z', {
      outcome: 'not-possible',
      whyNot: 'nobody-free',
      example: 'One young person asked, and we looked for somebody else.',
    }),
    asks('year', '2026-11-03T08:00:00Z', { knowCouldChange: 'yes' }, { form: 'annual-survey' }),
  ],
  shows: {
    share: { all: '1/2' },
    requests: { all: 1 },
    outcome: { 'not-possible': 1 },
    'why-not': { 'nobody-free': 1 },
    time: { all: '1 of: 48, 48, 48' },
    examples: { all: 1 },
    closure: { all: '0/1, 1 of 1 answered' },
    'closure-of-all': { all: '0/1' },
    'closure-spread': { no: 1 },
    annual: { all: '1/1' },
    'annual-spread': { yes: 1 },
  },
})

worksOut('M70', {
  says: 'prepared in two ways is one young person; case studies stand beside',
  acts: [
    asks('ann', asked),
    closes('ann', '2026-11-02T08:00:00Z', { preparedToPresent: ['speaking', 'presentation'] }),
    notes('quarter-narrative', 'study', '2027-01-05T08:00:00Z', {
      section: 'case-study',
      day: '2026-12-31',
      words: 'A young person led their own review.',
    }),
  ],
  shows: { total: { all: 1 }, kind: { speaking: 1, presentation: 1 }, 'case-studies': { all: 1 } },
})

worksOut('M61', {
  says: 'Welsh asked for and always given, English only sometimes; the young person says sometimes',
  acts: [
    asks('ann', asked, { speakLanguage: 'cy' }),
    closes('ann', '2026-11-02T08:00:00Z', { languageGiven: 'always' }),
    asks('bob', asked, { speakLanguage: 'en' }),
    closes('bob', '2026-11-02T08:00:00Z', { languageGiven: 'sometimes' }),
    surveys('bob', '2026-11-03T08:00:00Z', { languageOrWay: 'sometimes' }),
  ],
  shows: {
    given: { all: '1/2' },
    asked: { cy: 1, en: 1 },
    'given-by-language': { cy: '1/1', en: '0/1' },
    closure: { all: '1/1, 1 of 2 answered' },
    'closure-of-all': { all: '1/2' },
    'closure-spread': { sometimes: 1 },
  },
})

worksOut('M62', {
  says: 'an interpreter for one of two who asked; who needed none is not counted',
  acts: [
    asks('ann', asked, { speakLanguage: 'other', interpreter: 'yes' }),
    closes('ann', '2026-11-02T08:00:00Z', { interpreter: 'given', interpreterLanguage: 'arabic' }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z', { interpreter: 'asked-not-given', interpreterLanguage: 'polish' }),
    asks('cai', asked),
    closes('cai', '2026-11-02T08:00:00Z', { interpreter: 'not-needed' }),
  ],
  uncounted: ['cai', 'cai/closed'],
  shows: { given: { all: '1/2' }, asked: { all: 1 }, language: { arabic: 1, polish: 1 } },
})

worksOut('M63', {
  says: 'given to one of two who needed it',
  acts: [
    asks('ann', asked, { communication: ['signs', 'pictures'] }),
    closes('ann', '2026-11-02T08:00:00Z', { communicationSupport: 'given' }),
    asks('bob', asked),
    closes('bob', '2026-11-02T08:00:00Z', { communicationSupport: 'needed-not-given' }),
  ],
  shows: { given: { all: '1/2' }, ways: { signs: 1, pictures: 1 } },
})
