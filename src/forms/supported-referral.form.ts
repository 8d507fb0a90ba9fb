import { beforeMeeting, offerMakers, offerRoutes, optOutReasons } from '#forms/active-offer-choices.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'
import { carefulContactPages, contactPages, neverASafeWay } from '#forms/safe-contact-questions.ts'

/** An independent visitor is a volunteer, and the participation manager's own requests are approved already. */
const isProfessional: Condition = {
  question: 'who',
  is: ['social-worker', 'personal-adviser', 'reviewing-officer', 'school', 'health'],
}
/**
 * Who could help the child ask instead, and, being neither the child nor the participation manager, cannot
 * refer to a service that takes referrals from those two alone.
 *
 * @source LW-8.2, Q8
 */
const couldHelpChildAsk: Condition = {
  question: 'who',
  is: ['carer', 'parent', 'family', 'friend', 'independent-visitor', 'other'],
}
const isNotice: Condition = { question: 'kind', is: 'active-offer' }
const isRequest: Condition = { not: isNotice }
/** Who the child is, and how to reach them, is not passed on when they opted out. @source AO-15 */
const goesOn: Condition = { not: { question: 'optedOut', is: 'yes' } }

/**
 * An adult, or a friend, asks for an advocate for a child, or gives notice of an active offer. What the
 * child knows and agrees is asked and never blocks: we ask the child. Nobody asks for a parent's leave.
 *
 * `who` says who writes, `source` how the child heard of us: the type of a referral and its source are two
 * fields. A notice of an active offer holds no reason, and none of the child's words.
 *
 * Words: `locales/<language>/forms/supported-referral.json`, to an adult save the child's own line.
 *
 * @source IP-P2, NS-1b, H1, H4, H9, AO-15, AO-16, AO-17, NI-6, LW-7.18, LW-8.2, Q8, X15
 */
export const supportedReferral = defineForm({
  id: 'supported-referral',
  version: 1,
  access: 'public',
  reader: 'adult',
  audience: 'team',
  audienceWhen: [
    { audience: 'participation-manager', when: isProfessional, onlyIf: 'participation-manager' },
    { audience: 'participation-manager', when: couldHelpChildAsk, onlyIf: 'carers-help-child-ask' },
  ],
  confidentialityFirst: true,
  tracked: true,
  refusals: [neverASafeWay],
  notice: 'new-referral',
  pages: [
    {
      id: 'you',
      questions: [
        {
          // @source IP-P2, M05. It decides who reads, so it cannot be left out.
          id: 'who',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          required: true,
          choices: [
            { id: 'carer', symbol: 'foster-home' },
            { id: 'parent', symbol: 'family' },
            { id: 'family', symbol: 'siblings' },
            { id: 'friend', symbol: 'friends' },
            { id: 'social-worker', symbol: 'social-worker' },
            { id: 'personal-adviser', symbol: 'leaving-care' },
            { id: 'reviewing-officer', symbol: 'meeting' },
            { id: 'school', symbol: 'school' },
            { id: 'health', symbol: 'health' },
            { id: 'independent-visitor', symbol: 'in-person' },
            { id: 'advocate', symbol: 'advocate' },
            { id: 'participation-manager', symbol: 'group' },
            { id: 'other', symbol: 'talk-together' },
          ],
        },
      ],
    },
    {
      // Going on asks the participation manager: nobody is turned away (H9).
      id: 'child-can-ask',
      onlyIf: 'carers-help-child-ask',
      tells: 'child-can-ask',
      shownWhen: couldHelpChildAsk,
      questions: [],
    },
    {
      id: 'kind',
      onlyIf: 'offer-notices',
      questions: [
        {
          id: 'kind',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: {
            question: 'who',
            is: ['social-worker', 'personal-adviser', 'reviewing-officer', 'participation-manager', 'other'],
          },
          choices: [
            { id: 'request', symbol: 'help' },
            { id: 'active-offer', symbol: 'advocate' },
          ],
        },
      ],
    },
    {
      id: 'your-details',
      questions: [
        { id: 'helperName', kind: 'short-text', maxCharacters: 120, keep: ['sealed'], autocomplete: 'name' },
        { id: 'helperPhone', kind: 'phone', keep: ['sealed'], autocomplete: 'tel' },
        { id: 'helperEmail', kind: 'email', keep: ['sealed'], autocomplete: 'email' },
      ],
    },
    {
      id: 'offer',
      onlyIf: 'offer-notices',
      questions: [
        {
          id: 'offerRoute',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          required: true,
          shownWhen: isNotice,
          choices: offerRoutes,
        },
        {
          id: 'offerMadeBy',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: isNotice,
          choices: offerMakers,
        },
      ],
    },
    {
      id: 'offer-choice',
      onlyIf: 'offer-notices',
      questions: [
        {
          // First review, or child protection conference; it may just have passed. @source AO-7, AO-9
          id: 'offerDate',
          kind: 'date',
          when: 'any',
          keep: ['sealed', 'counted'],
          shownWhen: { all: [isNotice, beforeMeeting] },
        },
        { id: 'optedOut', kind: 'yes-no', keep: ['sealed', 'counted'], shownWhen: isNotice },
      ],
    },
    {
      id: 'opted-out',
      onlyIf: 'offer-notices',
      questions: [
        {
          id: 'optOutReason',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: { question: 'optedOut', is: 'yes' },
          choices: optOutReasons,
        },
        {
          id: 'optOutWords',
          kind: 'short-text',
          maxCharacters: 300,
          keep: ['sealed'],
          shownWhen: { question: 'optedOut', is: 'yes' },
        },
      ],
    },
    {
      id: 'child',
      symbol: 'child',
      questions: [
        { id: 'name', kind: 'short-text', maxCharacters: 80, keep: ['sealed'], required: true, shownWhen: goesOn },
      ],
    },
    {
      id: 'agreement',
      questions: [
        {
          id: 'childKnows',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'asked-me', symbol: 'speak' },
            { id: 'knows', symbol: 'yes' },
            { id: 'knows-some', symbol: 'ok' },
            { id: 'does-not-know', symbol: 'no' },
          ],
        },
        {
          // It never blocks: we ask the child. @source Q8
          id: 'childAgrees',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'yes', symbol: 'yes' },
            { id: 'not-yet', symbol: 'thinking' },
            { id: 'does-not-know', symbol: 'not-sure' },
            { id: 'says-no', symbol: 'no' },
          ],
        },
      ],
    },
    {
      id: 'child-says-no',
      questions: [],
      tells: 'child-says-no',
      shownWhen: { question: 'childAgrees', is: 'says-no' },
    },
    // "I will come back myself" is for the child alone to say.
    ...contactPages({ comeBack: false, own: false, shownWhen: goesOn }),
    {
      id: 'child-words',
      part: 'more',
      questions: [
        {
          id: 'childWords',
          kind: 'long-text',
          maxCharacters: 4000,
          keep: ['sealed'],
          symbol: 'speak',
          shownWhen: isRequest,
        },
        {
          id: 'childLine',
          kind: 'long-text',
          maxCharacters: 4000,
          keep: ['sealed'],
          symbol: 'write',
          shownWhen: isRequest,
        },
      ],
    },
    {
      id: 'reason',
      part: 'more',
      questions: [
        {
          id: 'reason',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: isRequest,
          choices: { from: 'reasons' },
        },
        {
          id: 'issues',
          kind: 'choices',
          keep: ['sealed', 'counted'],
          shownWhen: isRequest,
          choices: { from: 'issues' },
        },
      ],
    },
    {
      id: 'meeting',
      part: 'more',
      questions: [
        {
          id: 'meetingSoon',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: isRequest,
          choices: [
            { id: 'review', symbol: 'meeting' },
            { id: 'child-protection-conference', symbol: 'safe' },
            { id: 'pathway-plan', symbol: 'leaving-care' },
            { id: 'court', symbol: 'court-order' },
            { id: 'other', symbol: 'calendar' },
            { id: 'none', symbol: 'no' },
            { id: 'not-sure', symbol: 'not-sure' },
          ],
        },
        {
          id: 'urgent',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'very', symbol: 'now-urgent' },
            { id: 'soon', symbol: 'soon' },
            { id: 'can-wait', symbol: 'calendar' },
          ],
        },
      ],
    },
    {
      id: 'meeting-date',
      part: 'more',
      questions: [
        {
          // In clear too: the waiting list is ordered by the nearest decision. @source LW-8.4
          id: 'meetingDate',
          kind: 'date',
          when: 'future',
          keep: ['sealed', 'counted'],
          shownWhen: {
            question: 'meetingSoon',
            is: ['review', 'child-protection-conference', 'pathway-plan', 'court', 'other'],
          },
        },
      ],
    },
    ...carefulContactPages,
    {
      id: 'about-child',
      part: 'more',
      questions: [
        {
          id: 'age',
          kind: 'number',
          smallest: 0,
          largest: 30,
          keep: ['sealed', 'counted'],
          countAs: 'age-band',
          shownWhen: goesOn,
        },
        { id: 'group', kind: 'choice', keep: ['sealed', 'counted'], shownWhen: goesOn, choices: { from: 'groups' } },
      ],
    },
    {
      id: 'where',
      part: 'more',
      questions: [
        { id: 'authority', kind: 'area', keep: ['sealed', 'counted'], choices: { from: 'authorities' } },
        {
          // @source LW-1.4
          id: 'livingWhere',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: { from: 'livingPlaces' },
        },
      ],
    },
    {
      id: 'people',
      part: 'more',
      questions: [
        { id: 'workerName', kind: 'short-text', maxCharacters: 120, keep: ['sealed'], shownWhen: goesOn },
        {
          id: 'mayTell',
          kind: 'choices',
          keep: ['sealed'],
          shownWhen: goesOn,
          choices: [
            { id: 'carer', symbol: 'foster-home' },
            { id: 'social-worker', symbol: 'social-worker' },
            { id: 'family', symbol: 'family' },
            { id: 'school', symbol: 'school' },
            { id: 'nobody', symbol: 'private' },
          ],
        },
      ],
    },
    {
      id: 'cannot-tell',
      part: 'more',
      // Yes marks the case as non-instructed; it decides nothing about capacity. @source NI-6, X17
      questions: [{ id: 'nonInstructed', kind: 'yes-no', keep: ['sealed', 'counted'], shownWhen: goesOn }],
    },
    {
      id: 'shows',
      part: 'more',
      questions: [
        {
          // @source NI-3
          id: 'showsLikes',
          kind: 'long-text',
          maxCharacters: 4000,
          keep: ['sealed'],
          shownWhen: { question: 'nonInstructed', is: 'yes' },
        },
      ],
    },
    {
      id: 'language',
      part: 'more',
      questions: [
        {
          id: 'speakLanguage',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'cy', onlyIf: 'speaks-welsh' },
            { id: 'en' },
            { id: 'either', onlyIf: 'speaks-welsh' },
            { id: 'other', symbol: 'interpreter' },
          ],
        },
      ],
    },
    {
      id: 'other-language',
      part: 'more',
      questions: [
        {
          id: 'otherLanguage',
          kind: 'short-text',
          maxCharacters: 80,
          keep: ['sealed'],
          shownWhen: { question: 'speakLanguage', is: 'other' },
        },
        {
          id: 'interpreter',
          kind: 'yes-no',
          keep: ['sealed', 'counted'],
          shownWhen: { question: 'speakLanguage', is: 'other' },
        },
      ],
    },
    {
      id: 'communication',
      part: 'more',
      questions: [
        {
          // @source NS-3e
          id: 'communication',
          kind: 'choices',
          keep: ['sealed', 'counted'],
          shownWhen: goesOn,
          choices: [
            { id: 'speech', symbol: 'speak' },
            { id: 'signs', symbol: 'sign-language' },
            { id: 'symbols', symbol: 'easy-read' },
            { id: 'device', symbol: 'aac-device' },
            { id: 'pictures', symbol: 'pictures' },
            { id: 'eye-pointing', symbol: 'eye-pointing' },
            { id: 'behaviour', symbol: 'choose' },
            { id: 'someone-who-knows-me', symbol: 'looked-after' },
          ],
        },
        { id: 'accessNeeds', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: goesOn },
        { id: 'culture', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], shownWhen: goesOn },
      ],
    },
    {
      id: 'how-you-came',
      part: 'more',
      questions: [
        {
          id: 'source',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: isRequest,
          choices: { from: 'sources' },
        },
      ],
    },
  ],
})
