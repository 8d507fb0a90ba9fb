/** What a notice to staff may say has happened: never more. */
export const noticeKinds = [
  'new-referral',
  'new-message',
  'new-survey-words',
  'urgent',
  'unscreened',
  'due-soon',
  'overdue',
  'not-told',
  'damaged',
] as const

/** One of them. */
export type NoticeKind = (typeof noticeKinds)[number]

/** Those that do not wait for others to go with. */
export const atOnce: readonly NoticeKind[] = ['urgent', 'overdue']

/** What can be wrong with notices: no mail server is set, they are late, or they were given up. */
export type NoticeTrouble = 'not-set' | 'late' | 'given-up'
