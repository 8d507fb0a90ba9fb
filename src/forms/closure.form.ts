import { agencies } from '#forms/agencies.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'

/** The advocate's judgement. "Cannot say" is for a child who cannot instruct, and is no return of that item. */
const judged = [{ id: 'yes', symbol: 'yes' }, { id: 'no', symbol: 'no' }, { id: 'cannot-say' }] as const
const occasion = [{ id: 'yes', symbol: 'yes' }, { id: 'no', symbol: 'no' }, { id: 'no-occasion' }] as const
const hadComplaint: Condition = { question: 'complaintStage', is: ['informal', 'stage-1', 'stage-2', 'stage-3'] }

/**
 * A case is closed, with the advocate's own view of what came of it: a record apart from the young person's,
 * and neither fills in the other. The judgements are needed to close, so that a share is of all closed cases.
 *
 * @source LW-8.12, LW-7.16, LW-9.4, REQUIREMENTS 1 "Outcome return (advocate)", H5, H6, Q13, Q17, Q19;
 * M24, M28, M29, M34, M35, M38, M40, M43, M46, M49, M50, M52, M53, M61 to M64, M66, M67, M70, M71
 */
export const closure = defineForm({
  id: 'closure',
  version: 1,
  access: 'staff',
  about: 'referral',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'closing',
      questions: [
        {
          id: 'closingReason',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'issue-has-outcome' },
            { id: 'can-speak-up' },
            { id: 'no-longer-wanted' },
            { id: 'final-conference' },
            { id: 'lost-contact' },
            { id: 'other-route' },
          ],
        },
        { id: 'occurredAt', kind: 'moment', when: 'past', keep: ['counted'] },
        { id: 'nonInstructed', kind: 'yes-no', keep: ['counted'], required: true },
      ],
    },
    {
      id: 'outcome',
      questions: [
        { id: 'positiveOutcome', kind: 'yes-no', keep: ['counted'], required: true },
        { id: 'outcomeWords', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'] },
      ],
    },
    {
      id: 'understanding',
      questions: [
        { id: 'knowsHowItWorks', kind: 'choice', keep: ['counted'], required: true, choices: judged },
        { id: 'knowsRights', kind: 'choice', keep: ['counted'], required: true, choices: judged },
        { id: 'moreConfident', kind: 'choice', keep: ['counted'], required: true, choices: judged },
      ],
    },
    {
      id: 'speaking-up',
      questions: [
        {
          id: 'getsOnWithWorker',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [...judged, { id: 'no-worker' }],
        },
        { id: 'spokeUpInMeeting', kind: 'choice', keep: ['counted'], required: true, choices: occasion },
        { id: 'spokeUpInWriting', kind: 'choice', keep: ['counted'], required: true, choices: occasion },
      ],
    },
    {
      id: 'help-given',
      questions: [
        { id: 'pathwayPlanHelped', kind: 'yes-no', keep: ['counted'] },
        {
          // @source NS-4h
          id: 'preparedToPresent',
          kind: 'choices',
          keep: ['counted'],
          choices: [{ id: 'speaking' }, { id: 'being-assertive' }, { id: 'presentation' }],
        },
        {
          // @source NS-4e, M66
          id: 'specialistAdvice',
          kind: 'choices',
          keep: ['counted'],
          choices: [{ id: 'legal' }, { id: 'specialist' }],
        },
      ],
    },
    {
      id: 'complaint',
      questions: [
        {
          // About the council or another agency, never about us. @source H8, LW-7.10 to LW-7.13
          id: 'complaintStage',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'none' }, { id: 'informal' }, { id: 'stage-1' }, { id: 'stage-2' }, { id: 'stage-3' }],
        },
        { id: 'resolvedByTalking', kind: 'yes-no', keep: ['counted'], shownWhen: hadComplaint },
        {
          // @source CM-3, M71
          id: 'complaintAbout',
          kind: 'choices',
          keep: ['counted'],
          shownWhen: hadComplaint,
          choices: agencies,
        },
      ],
    },
    {
      id: 'issues',
      questions: [
        { id: 'issues', kind: 'choices', keep: ['counted'], choices: { from: 'issues' } },
        {
          // @source CM-3, M53
          id: 'agencies',
          kind: 'choices',
          keep: ['counted'],
          choices: agencies,
        },
      ],
    },
    {
      id: 'explained',
      questions: [
        {
          // @source NS-4c, NS-4f, NS-2d
          id: 'explained',
          kind: 'choices',
          keep: ['counted'],
          choices: [{ id: 'rights' }, { id: 'options' }, { id: 'change-advocate' }, { id: 'complain-about-us' }],
        },
        { id: 'signpostedTo', kind: 'choices', keep: ['counted'], choices: { from: 'bodies' } },
        { id: 'referredToForum', kind: 'choices', keep: ['counted'], choices: { from: 'participation' } },
      ],
    },
    {
      id: 'fairness',
      questions: [
        {
          id: 'interpreter',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'given' }, { id: 'asked-not-given' }, { id: 'not-needed' }],
        },
        {
          id: 'communicationSupport',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'given' }, { id: 'needed-not-given' }, { id: 'not-needed' }],
        },
        { id: 'discriminationChallenged', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      // @source NS-3c, M61, M62
      id: 'language',
      questions: [
        {
          id: 'languageGiven',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'always' }, { id: 'sometimes' }, { id: 'no' }],
        },
        {
          id: 'interpreterLanguage',
          kind: 'choice',
          keep: ['counted'],
          shownWhen: { question: 'interpreter', is: ['given', 'asked-not-given'] },
          choices: [
            { id: 'sign-language' },
            { id: 'arabic' },
            { id: 'kurdish' },
            { id: 'vietnamese' },
            { id: 'polish' },
            { id: 'romanian' },
            { id: 'ukrainian' },
            { id: 'other' },
          ],
        },
      ],
    },
    {
      id: 'ending',
      questions: [
        { id: 'childToldOfEnd', kind: 'yes-no', keep: ['counted'] },
        {
          // @source LW-9.4
          id: 'workerToldOfEnd',
          kind: 'choice',
          keep: ['counted'],
          choices: [{ id: 'yes' }, { id: 'not-yet' }, { id: 'no-worker' }],
        },
        {
          // A young person who cannot instruct is not asked, and is counted as not asked. @source NI-6
          id: 'issueSurveyCode',
          kind: 'yes-no',
          keep: ['counted'],
          required: true,
          shownWhen: { question: 'nonInstructed', is: 'no' },
        },
      ],
    },
  ],
})
