import { type Condition, defineForm } from '#forms/define-form.ts'
import { carefulContactPages, contactPages, neverASafeWay, nobodyCouldReach } from '#forms/safe-contact-questions.ts'
import { yesNoNotSure } from '#forms/survey-choices.ts'

const isUnhappy: Condition = { question: 'kind', is: ['complaint', 'concern'] }
const wantsAnswer: Condition = { question: 'wantsAnswer', is: 'yes' }

/**
 * Somebody tells us what they think of this service, never of social services: a complaint or a concern
 * that only the complaints lead reads (the deputy, when it may be about the lead), or a compliment or an
 * idea for the team.
 *
 * @source H8, NS-2d, NS-2e, NS-3a, LW-14.3, M57, M58, M59
 */
export const feedback = defineForm({
  id: 'feedback',
  version: 1,
  access: 'public',
  audience: 'complaints-lead',
  audienceWhen: [
    // First of all: nobody reads a complaint about themselves. Who is not sure goes past the lead too.
    { audience: 'complaints-deputy', when: { question: 'aboutLead', is: ['yes', 'not-sure'] } },
    { audience: 'team', when: { question: 'kind', is: ['compliment', 'suggestion'] } },
  ],
  confidentialityFirst: true,
  tracked: true,
  notice: 'new-message',
  refusals: [nobodyCouldReach, neverASafeWay],
  pages: [
    {
      id: 'kind',
      questions: [
        {
          id: 'kind',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          required: true,
          choices: [
            { id: 'complaint', symbol: 'complaint' },
            { id: 'concern', symbol: 'scared' },
            { id: 'compliment', symbol: 'compliment' },
            { id: 'suggestion', symbol: 'idea' },
          ],
        },
      ],
    },
    {
      id: 'about',
      questions: [
        {
          id: 'aboutWhat',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'service', symbol: 'group' },
            { id: 'person', symbol: 'advocate' },
          ],
        },
        { id: 'aboutLead', kind: 'choice', keep: ['sealed'], shownWhen: isUnhappy, choices: yesNoNotSure },
      ],
    },
    {
      id: 'person',
      questions: [
        {
          id: 'personName',
          kind: 'short-text',
          maxCharacters: 120,
          keep: ['sealed'],
          shownWhen: { question: 'aboutWhat', is: 'person' },
        },
      ],
    },
    {
      id: 'words',
      questions: [{ id: 'whatHappened', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'], symbol: 'write' }],
    },
    {
      id: 'answer',
      questions: [{ id: 'wantsAnswer', kind: 'yes-no', keep: ['sealed', 'counted'] }],
    },
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
          shownWhen: wantsAnswer,
        },
      ],
    },
    ...contactPages({ comeBack: true, own: true, shownWhen: wantsAnswer }),
    {
      id: 'put-right',
      part: 'more',
      questions: [
        {
          id: 'putRight',
          kind: 'long-text',
          maxCharacters: 4000,
          keep: ['sealed'],
          symbol: 'idea',
          shownWhen: isUnhappy,
        },
        {
          // @source NS-3a
          id: 'unfair',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          shownWhen: isUnhappy,
          choices: [...yesNoNotSure, { id: 'rather-not-say', symbol: 'rather-not-say' }],
        },
      ],
    },
    {
      id: 'other-help',
      part: 'more',
      questions: [
        {
          // @source NS-2e, M59
          id: 'putInTouch',
          kind: 'choices',
          keep: ['sealed', 'counted'],
          shownWhen: isUnhappy,
          choices: { from: 'bodies' },
        },
      ],
    },
    {
      id: 'quote',
      part: 'more',
      questions: [
        {
          // @source M58: quoted only with permission
          id: 'mayQuote',
          kind: 'yes-no',
          keep: ['sealed', 'counted'],
          shownWhen: { question: 'kind', is: 'compliment' },
        },
      ],
    },
    ...carefulContactPages,
    {
      id: 'who-you-are',
      part: 'more',
      questions: [
        {
          id: 'sender',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'young-person', symbol: 'young-person' },
            { id: 'carer', symbol: 'foster-home' },
            { id: 'family', symbol: 'family' },
            { id: 'worker', symbol: 'social-worker' },
            { id: 'other', symbol: 'talk-together' },
          ],
        },
      ],
    },
  ],
})
