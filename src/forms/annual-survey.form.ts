import { defineForm, type FormPage, type Question } from '#forms/define-form.ts'
import {
  helpedAreas,
  howHappy,
  howMuch,
  howOften,
  howWellKnown,
  pickedAgeBands,
  surveyHelpers,
} from '#forms/survey-choices.ts'

/** A question of scale A. */
const asksHowMuch = (id: string): Question => ({ id, kind: 'choice', keep: ['counted'], choices: howMuch })
const asksYesNo = (id: string): Question => ({ id, kind: 'yes-no', keep: ['counted'] })
const asksHowWellKnown = (id: string): Question => ({ id, kind: 'choice', keep: ['counted'], choices: howWellKnown })
const first = (id: string, ...questions: readonly Question[]): FormPage => ({ id, questions })
const more = (id: string, ...questions: readonly Question[]): FormPage => ({ id, part: 'more', questions })

/**
 * What young people say of the service once a year, without a name, a code or a day. Every question may be
 * left out. The pages with a box for words say who reads them, and the two exceptions, above the box.
 *
 * "About you" is counted and not tallied apart: this record leads to nobody, so there is no link to cut, and
 * only answers that stay together show whether one group is heard less than another. What is published is
 * protected as every figure is.
 *
 * @source REQUIREMENTS (2) AS1 to AS22; H12; NS-5a, NS-5c; M75, M76; Q36
 */
export const annualSurvey = defineForm({
  id: 'annual-survey',
  version: 1,
  access: 'public',
  audience: 'survey-reader',
  confidentialityFirst: false,
  tracked: false,
  survey: 'annual',
  pages: [
    // AS1 to AS8
    first('source', { id: 'source', kind: 'choice', keep: ['counted'], choices: { from: 'sources' } }),
    first('find-out', asksHowMuch('easyToFindOut')),
    first('answered', asksHowMuch('answeredFast')),
    first('any-time', asksYesNo('knowAnyTime')),
    first('listen', asksHowMuch('listenedTo')),
    first('respect', asksHowMuch('rightsRespected')),
    first('private', asksHowWellKnown('knowPrivate')),
    first('change-advocate', asksYesNo('knowCouldChange')),
    // AS9 to AS19
    more('how-to-complain', asksHowWellKnown('knowHowToComplain')),
    more('unfair', {
      id: 'unfair',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'yes-us', symbol: 'sad' },
        { id: 'yes-someone-else', symbol: 'group' },
        { id: 'no', symbol: 'no' },
        { id: 'rather-not-say', symbol: 'rather-not-say' },
      ],
    }),
    more(
      'language',
      {
        id: 'likesLanguage',
        kind: 'choice',
        keep: ['counted'],
        choices: [{ id: 'cy', onlyIf: 'speaks-welsh' }, { id: 'en' }, { id: 'other', symbol: 'interpreter' }],
      },
      { id: 'couldUseLanguage', kind: 'choice', keep: ['counted'], choices: howOften },
    ),
    more('understand', asksHowMuch('understood')),
    more('choices', asksHowMuch('helpsChoose')),
    // AS14: who does not feel safe, or is not sure, is told at once whom to ring and how we can reach them. @source Q36
    more('safe', asksHowMuch('feelsSafe')),
    {
      id: 'help',
      part: 'more',
      tells: 'help-now',
      shownWhen: { question: 'feelsSafe', is: ['no', 'not-sure'] },
      questions: [],
    },
    more('helped-with', { id: 'helpedWith', kind: 'choices', keep: ['counted'], choices: helpedAreas }),
    more('ideas', asksHowMuch('askedForIdeas')),
    more('changed', asksYesNo('knowsAChange')),
    more('what-changed', {
      id: 'whatChanged',
      kind: 'short-text',
      maxCharacters: 300,
      keep: ['sealed'],
      shownWhen: { question: 'knowsAChange', is: 'yes' },
    }),
    more('this-year', { id: 'thisYear', kind: 'faces', keep: ['counted'], choices: howHappy }),
    more('one-change', { id: 'oneChange', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'], symbol: 'idea' }),
    // AS20; the language is AS11's
    more('age', { id: 'ageBand', kind: 'choice', keep: ['counted'], choices: pickedAgeBands }),
    more(
      'about-you',
      {
        id: 'gender',
        kind: 'choice',
        keep: ['counted'],
        choices: [{ id: 'girl' }, { id: 'boy' }, { id: 'another' }, { id: 'rather-not-say' }],
      },
      {
        id: 'ethnicity',
        kind: 'list',
        keep: ['counted'],
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
      {
        id: 'disability',
        kind: 'choice',
        keep: ['counted'],
        choices: [{ id: 'yes' }, { id: 'no' }, { id: 'not-sure' }, { id: 'rather-not-say' }],
      },
    ),
    more(
      'where',
      {
        id: 'whoLooksAfter',
        kind: 'choice',
        keep: ['counted'],
        choices: [
          { id: 'foster-carers', symbol: 'foster-home' },
          { id: 'childrens-home', symbol: 'childrens-home' },
          { id: 'parents', symbol: 'family' },
          { id: 'relatives-or-friends', symbol: 'friends' },
          { id: 'on-my-own', symbol: 'young-person' },
          { id: 'other', symbol: 'something-else' },
        ],
      },
      {
        id: 'livingWhere',
        kind: 'choice',
        keep: ['counted'],
        choices: { from: 'livingPlaces' },
      },
      { id: 'authority', kind: 'area', keep: ['counted'], choices: { from: 'authorities' } },
    ),
    // AS21: joining in is a form apart, never linked to these answers
    more('join-in', {
      id: 'wantsToJoinIn',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'yes', symbol: 'yes' },
        { id: 'no-thanks', symbol: 'no' },
      ],
    }),
    more('helper', { id: 'helper', kind: 'choice', keep: ['counted'], choices: surveyHelpers }),
  ],
})
