import { agencies } from '#forms/agencies.ts'
import { type Condition, defineForm } from '#forms/define-form.ts'

const isAbout = (...sections: readonly string[]): Condition => ({ question: 'section', is: sections })

/**
 * One piece of the words of a report: a section that a contract asks for, or one thing that was done and is also
 * counted. Nothing in it may name a young person: it is written to be read by others.
 *
 * @source LW-16.3, LW-17.2 (sections), NS-3d (outreach with cost and review date), NS-4i, NS-4k, CM-7a, H10;
 * M70, M78, M79, M82
 */
export const quarterNarrative = defineForm({
  id: 'quarter-narrative',
  version: 1,
  access: 'staff',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'section',
      questions: [
        {
          id: 'section',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'outputs' },
            { id: 'outcomes' },
            { id: 'caseload' },
            { id: 'feedback' },
            { id: 'development' },
            { id: 'actions' },
            { id: 'change' },
            { id: 'publicity' },
            { id: 'awareness' },
            { id: 'outreach' },
            { id: 'systemic' },
            { id: 'balance' },
            { id: 'case-study' },
            { id: 'plan-example' },
            { id: 'training' },
            { id: 'next-year' },
          ],
        },
        { id: 'day', kind: 'date', when: 'past', keep: ['counted'], required: true },
        { id: 'words', kind: 'long-text', maxCharacters: 6000, keep: ['published'], required: true },
      ],
    },
    {
      // What young people said stands in the words; what came of it is here. @source CM-7a, M78, P23
      id: 'change',
      questions: [
        {
          id: 'done',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('change'),
          choices: [{ id: 'done' }, { id: 'partly' }, { id: 'not-done' }, { id: 'waiting' }],
        },
        {
          id: 'whyNot',
          kind: 'long-text',
          maxCharacters: 2000,
          keep: ['published'],
          required: true,
          shownWhen: { all: [isAbout('change'), { question: 'done', is: ['partly', 'not-done'] }] },
        },
        { id: 'toldOn', kind: 'date', when: 'past', keep: ['counted'], shownWhen: isAbout('change') },
      ],
    },
    {
      id: 'publicity',
      questions: [
        {
          id: 'format',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('publicity'),
          choices: [
            { id: 'poster' },
            { id: 'leaflet' },
            { id: 'easy-read' },
            { id: 'web' },
            { id: 'social-media' },
            { id: 'video' },
            { id: 'other' },
          ],
        },
        {
          id: 'inLanguage',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('publicity'),
          choices: [{ id: 'both' }, { id: 'cy' }, { id: 'en' }, { id: 'other' }],
        },
        {
          id: 'copies',
          kind: 'number',
          smallest: 1,
          largest: 100000,
          keep: ['published'],
          shownWhen: isAbout('publicity'),
        },
      ],
    },
    {
      id: 'awareness',
      questions: [
        {
          id: 'forWhom',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('awareness'),
          choices: [
            { id: 'young-people' },
            { id: 'carers' },
            { id: 'social-workers' },
            { id: 'reviewing-officers' },
            { id: 'schools' },
            { id: 'health' },
            { id: 'other' },
          ],
        },
        {
          id: 'sessions',
          kind: 'number',
          smallest: 1,
          largest: 500,
          keep: ['published'],
          required: true,
          shownWhen: isAbout('awareness'),
        },
        {
          id: 'people',
          kind: 'number',
          smallest: 1,
          largest: 100000,
          keep: ['published'],
          shownWhen: isAbout('awareness'),
        },
      ],
    },
    {
      id: 'outreach',
      questions: [
        {
          id: 'outreachGroup',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('outreach'),
          choices: [
            { id: 'disabled' },
            { id: 'asylum-seeking' },
            { id: 'ethnic-group' },
            { id: 'welsh-speaking' },
            { id: 'lgbt' },
            { id: 'far-away' },
            { id: 'younger' },
            { id: 'leaving-care' },
            { id: 'other' },
          ],
        },
        {
          id: 'costPounds',
          kind: 'number',
          smallest: 0,
          largest: 1000000,
          keep: ['published'],
          shownWhen: isAbout('outreach'),
        },
        { id: 'reviewOn', kind: 'date', when: 'any', keep: ['counted'], shownWhen: isAbout('outreach') },
      ],
    },
    {
      // @source NS-4k: raised with whom, the reply, and what changed
      id: 'systemic',
      questions: [
        {
          id: 'raisedWith',
          kind: 'choices',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('systemic'),
          choices: agencies,
        },
        {
          id: 'reply',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: isAbout('systemic'),
          choices: [
            { id: 'waiting' },
            { id: 'agreed' },
            { id: 'partly-agreed' },
            { id: 'not-agreed' },
            { id: 'no-reply' },
          ],
        },
        { id: 'changed', kind: 'yes-no', keep: ['counted'], shownWhen: isAbout('systemic') },
      ],
    },
  ],
})
