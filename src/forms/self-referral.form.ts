import { waysToContribute } from '#forms/contact-methods.ts'
import { defineForm } from '#forms/define-form.ts'
import { carefulContactPages, contactPages, neverASafeWay, nobodyCouldReach } from '#forms/safe-contact-questions.ts'

/**
 * A young person asks for an advocate. Sends with a name to use, one safe way to reach them, and the
 * confidentiality page; everything else is asked only of those who choose to tell more.
 *
 * Words: `locales/<language>/forms/self-referral.json`.
 *
 * @source REQUIREMENTS 1 "Referral", "Safe contact"; LW-8.3; NS-1b; H1; H9
 */
export const selfReferral = defineForm({
  id: 'self-referral',
  version: 1,
  access: 'public',
  audience: 'team',
  confidentialityFirst: true,
  tracked: true,
  notice: 'new-referral',
  refusals: [nobodyCouldReach, neverASafeWay],
  pages: [
    {
      id: 'name',
      symbol: 'young-person',
      questions: [
        {
          id: 'name',
          kind: 'short-text',
          maxCharacters: 80,
          keep: ['sealed'],
          required: true,
          autocomplete: 'nickname',
        },
      ],
    },
    ...contactPages({ comeBack: true, own: true }),
    ...carefulContactPages,
    {
      id: 'about-you',
      part: 'more',
      questions: [
        { id: 'age', kind: 'number', smallest: 0, largest: 30, keep: ['sealed', 'counted'], countAs: 'age-band' },
        { id: 'group', kind: 'choice', keep: ['sealed', 'counted'], choices: { from: 'groups' } },
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
          choices: { from: 'livingPlaces' },
        },
      ],
    },
    {
      id: 'people',
      part: 'more',
      questions: [
        { id: 'workerName', kind: 'short-text', maxCharacters: 120, keep: ['sealed'], symbol: 'social-worker' },
        {
          id: 'mayTell',
          kind: 'choices',
          keep: ['sealed'],
          choices: [
            { id: 'carer', symbol: 'foster-home' },
            { id: 'social-worker', symbol: 'social-worker' },
            { id: 'family', symbol: 'family' },
            { id: 'school', symbol: 'school' },
            { id: 'nobody', symbol: 'private' },
          ],
        },
        {
          // @source IP-P9
          id: 'trustedPerson',
          kind: 'short-text',
          maxCharacters: 300,
          keep: ['sealed'],
          symbol: 'trusted-adult',
          shownWhen: { not: { question: 'contactMethods', is: 'trusted-adult' } },
        },
      ],
    },
    {
      id: 'reason',
      part: 'more',
      questions: [
        { id: 'reason', kind: 'choice', keep: ['sealed', 'counted'], choices: { from: 'reasons' } },
        { id: 'issues', kind: 'choices', keep: ['sealed', 'counted'], choices: { from: 'issues' } },
      ],
    },
    {
      id: 'second-reason',
      part: 'more',
      questions: [
        { id: 'secondReason', kind: 'list', keep: ['sealed', 'counted'], choices: { from: 'reasons' } },
        { id: 'wantToHappen', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'], symbol: 'idea' },
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
    {
      id: 'language',
      part: 'more',
      questions: [
        {
          id: 'speakLanguage',
          kind: 'choice',
          keep: ['sealed', 'counted'],
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
        { id: 'accessNeeds', kind: 'short-text', maxCharacters: 300, keep: ['sealed'] },
        { id: 'culture', kind: 'short-text', maxCharacters: 300, keep: ['sealed'], symbol: 'culture-faith' },
      ],
    },
    {
      id: 'advocate',
      part: 'more',
      questions: [
        {
          // @source LW-8.7
          id: 'matchWish',
          kind: 'choices',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'language', symbol: 'interpreter' },
            { id: 'background', symbol: 'culture-faith' },
            { id: 'gender', symbol: 'gender' },
          ],
        },
        { id: 'matchWords', kind: 'short-text', maxCharacters: 300, keep: ['sealed'] },
        {
          // @source LW-8.6
          id: 'meetingPlace',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'where-i-live', symbol: 'house' },
            { id: 'school', symbol: 'school' },
            { id: 'somewhere-else', symbol: 'place' },
            { id: 'phone-or-online', symbol: 'video-call' },
          ],
        },
      ],
    },
    {
      id: 'have-your-say',
      part: 'more',
      questions: [
        {
          // @source NS-4g, LW-13.1
          id: 'howToContribute',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: waysToContribute,
        },
      ],
    },
    {
      id: 'how-you-came',
      part: 'more',
      questions: [
        { id: 'source', kind: 'choice', keep: ['sealed', 'counted'], choices: { from: 'sources' } },
        {
          id: 'helper',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'nobody', symbol: 'young-person' },
            { id: 'carer', symbol: 'foster-home' },
            { id: 'family', symbol: 'family' },
            { id: 'friend', symbol: 'group' },
            { id: 'worker', symbol: 'social-worker' },
            { id: 'other', symbol: 'talk-together' },
          ],
        },
      ],
    },
    {
      // Tallied apart from everything: no link to this young person stays. @source DESIGN 1.3, NS-5c
      id: 'equality',
      part: 'more',
      questions: [
        {
          id: 'gender',
          kind: 'choice',
          keep: ['apart'],
          choices: [{ id: 'girl' }, { id: 'boy' }, { id: 'another' }, { id: 'rather-not-say' }],
        },
        {
          id: 'ethnicity',
          kind: 'list',
          keep: ['apart'],
          choices: [
            { id: 'white-british' },
            { id: 'white-other' },
            { id: 'gypsy-roma-traveller' },
            { id: 'mixed' },
            { id: 'asian' },
            { id: 'black-african' },
            { id: 'black-caribbean' },
            { id: 'black-other' },
            { id: 'arab' },
            { id: 'other' },
            { id: 'rather-not-say' },
          ],
        },
      ],
    },
    {
      id: 'equality-more',
      part: 'more',
      questions: [
        {
          id: 'disability',
          kind: 'choice',
          keep: ['apart'],
          choices: [{ id: 'yes' }, { id: 'no' }, { id: 'not-sure' }, { id: 'rather-not-say' }],
        },
        {
          id: 'asylumSeeker',
          kind: 'choice',
          keep: ['apart'],
          choices: [{ id: 'yes' }, { id: 'no' }, { id: 'not-sure' }, { id: 'rather-not-say' }],
        },
      ],
    },
  ],
})
