import { defineForm, type FormPage, type Question } from '#forms/define-form.ts'
import {
  helpedAreas,
  howChanged,
  howHappy,
  howMuch,
  howOften,
  surveyHelpers,
  yesNoNotSure,
} from '#forms/survey-choices.ts'

/** A question of scale A. */
const asksHowMuch = (id: string): Question => ({ id, kind: 'choice', keep: ['counted'], choices: howMuch })
/** A question of scale F. */
const asksHowHappy = (id: string): Question => ({ id, kind: 'faces', keep: ['counted'], choices: howHappy })
const first = (id: string, ...questions: readonly Question[]): FormPage => ({ id, questions })
const more = (id: string, ...questions: readonly Question[]): FormPage => ({ id, part: 'more', questions })

/**
 * What a young person says when their case is closed: opened by a single-use code, never filled in by the
 * advocate whose work it rates. Every question may be left out. The pages with a box for words say who
 * reads them, and the two exceptions, above the box.
 *
 * @source REQUIREMENTS (2) CS1 to CS26; H1, H5, H12; NS-5a; LW-13.3
 */
export const closureSurvey = defineForm({
  id: 'closure-survey',
  version: 1,
  access: 'public',
  audience: 'survey-reader',
  confidentialityFirst: false,
  tracked: false,
  survey: 'closure',
  pages: [
    // CS1 to CS11: the short form
    first('listened', asksHowMuch('listened')),
    first('helped-choose', asksHowMuch('helpedChoose')),
    first('know-how', asksHowMuch('knowHowItWorks')),
    first('know-rights', asksHowMuch('knowRights')),
    first('our-help', asksHowHappy('ourHelp')),
    first('tell-a-friend', asksHowMuch('tellAFriend')),
    first('turned-out', asksHowHappy('turnedOut')),
    first('worker', { id: 'getOnWithWorker', kind: 'faces', keep: ['counted'], choices: howChanged }),
    first('more-sure', asksHowMuch('moreSure')),
    first('spoke-up', {
      id: 'spokeUp',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'in-a-meeting', symbol: 'meeting' },
        { id: 'in-writing', symbol: 'write' },
        { id: 'both', symbol: 'speak' },
        { id: 'not-this-time', symbol: 'no' },
        { id: 'no-chance', symbol: 'wait' },
      ],
    }),
    first(
      'helped-with',
      { id: 'helpedWith', kind: 'choices', keep: ['counted'], choices: helpedAreas },
      { id: 'helpedWithWords', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'], symbol: 'write' },
    ),
    // CS12 to CS26
    more('told-private', { id: 'toldPrivate', kind: 'choice', keep: ['counted'], choices: yesNoNotSure }),
    more('passed-on', {
      id: 'passedOn',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'no', symbol: 'no' },
        { id: 'yes-and-told', symbol: 'speak' },
        { id: 'yes-not-told', symbol: 'secret' },
        { id: 'not-sure', symbol: 'not-sure' },
      ],
    }),
    more(
      'change-advocate',
      { id: 'knewCouldChange', kind: 'yes-no', keep: ['counted'] },
      { id: 'askedToChange', kind: 'yes-no', keep: ['counted'] },
    ),
    more(
      'had-say',
      {
        id: 'howHadSay',
        kind: 'choice',
        keep: ['counted'],
        choices: [
          { id: 'by-myself', symbol: 'tell-me-how' },
          { id: 'together', symbol: 'do-it-with-me' },
          { id: 'advocate-speaks', symbol: 'do-it-for-me' },
        ],
      },
      asksHowMuch('ownChoice'),
    ),
    more('how-to-complain', {
      id: 'knewHowToComplain',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'both', symbol: 'yes' },
        { id: 'only-one', symbol: 'ok' },
        { id: 'no', symbol: 'no' },
      ],
    }),
    more('fair', asksHowMuch('fairAndKind')),
    more('language', { id: 'languageOrWay', kind: 'choice', keep: ['counted'], choices: howOften }),
    more('reach', asksHowMuch('easyToReach'), asksHowMuch('answeredFast')),
    more('place', asksHowMuch('goodPlaceAndTime')),
    more('plan', asksHowMuch('agreedPlan'), asksHowMuch('couldSeeRecords')),
    more('on-your-side', asksHowMuch('onYourSide')),
    more('ending', asksHowMuch('knewWhenEnds'), asksHowMuch('knowComeBack')),
    more(
      'do-better',
      { id: 'doBetter', kind: 'long-text', maxCharacters: 4000, keep: ['sealed'], symbol: 'idea' },
      { id: 'doBetterDrawing', kind: 'drawing', maxCharacters: 12_000, keep: ['sealed'] },
    ),
    // CS25 in two steps: "no thanks" is ours, the list is the service's.
    more('join-in', {
      id: 'wantsToJoinIn',
      kind: 'choice',
      keep: ['counted'],
      choices: [
        { id: 'yes', symbol: 'yes' },
        { id: 'no-thanks', symbol: 'no' },
        { id: 'not-sure', symbol: 'not-sure' },
      ],
    }),
    more('join-in-how', {
      id: 'joinIn',
      kind: 'choices',
      keep: ['counted'],
      shownWhen: { question: 'wantsToJoinIn', is: 'yes' },
      choices: { from: 'participation' },
    }),
    more('helper', { id: 'helper', kind: 'choice', keep: ['counted'], choices: surveyHelpers }),
  ],
})
