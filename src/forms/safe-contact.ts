/**
 * The questions of a referral that make up its safe-contact plan, in the order in which somebody about to
 * make contact has to read them. It stands on top of every contact screen.
 *
 * @source DESIGN 4 "Safe contact", 8 "Inbox"; ANCHORS 4.2
 */
export const safeContactQuestions: readonly string[] = [
  'name',
  'neverUse',
  'neverSay',
  'contactMethods',
  'phone',
  'email',
  'trustedAdult',
  'letterAddress',
  'visitPlace',
  'comeBackDay',
  'contactTimes',
  'leaveMessage',
  'ifSomeoneElse',
]
