/** Ten working days of November 2026. */
export const days = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((day) => `2026-11-${String(day).padStart(2, '0')}`)

/** What the second of a day says besides, by the number of the day: a meeting that is near. */
export const meets: Readonly<Record<number, object>> = {
  5: { meetingSoon: 'review', meetingDate: '2026-12-01' },
  7: { meetingSoon: 'court', meetingDate: '2026-11-20' },
}

/** Somebody whom staff must be able to find again: the same name and the same number, twice. */
export const sian = { name: 'Siân Ŵyn', contactMethods: ['text'], phone: '07700 900456' }

export const complaint = { kind: 'complaint', aboutWhat: 'service', aboutLead: 'no', whatHappened: 'Ddaeth neb' }

export const started = { confidentialityOn: '2026-11-02', consentOn: '2026-11-02' }

export const passedOn = {
  consent: 'refused',
  reason: 'perygl',
  ground: 'harm-to-child',
  toWhom: ['police'],
  told: 'not-yet',
  whyNotYet: 'ddim yn saff eto',
  tellBy: '2026-11-16',
  supportContinued: 'yes',
}

export const closing = {
  closingReason: 'issue-has-outcome',
  nonInstructed: 'no',
  positiveOutcome: 'yes',
  knowsHowItWorks: 'yes',
  knowsRights: 'yes',
  moreConfident: 'yes',
  getsOnWithWorker: 'yes',
  spokeUpInMeeting: 'yes',
  spokeUpInWriting: 'no-occasion',
  issueSurveyCode: 'yes',
}
