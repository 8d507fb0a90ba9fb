import { type Condition, defineForm } from '#forms/define-form.ts'

const notPossible: Condition = { question: 'outcome', is: 'not-possible' }

/**
 * What became of a young person's wish for a different advocate. "Not possible" always carries why.
 *
 * @source NS-4f, M68, P15, Q30
 */
export const advocateChangeAnswer = defineForm({
  id: 'advocate-change-answer',
  version: 1,
  access: 'staff',
  about: 'advocate-change',
  audience: 'team',
  confidentialityFirst: false,
  tracked: false,
  pages: [
    {
      id: 'outcome',
      questions: [
        {
          id: 'outcome',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          choices: [
            { id: 'changed', symbol: 'swap-person' },
            { id: 'not-possible', symbol: 'no' },
            { id: 'chose-to-stay', symbol: 'talk-together' },
            { id: 'no-longer-wanted', symbol: 'stop' },
          ],
        },
        {
          id: 'whyNot',
          kind: 'choice',
          keep: ['counted'],
          required: true,
          shownWhen: notPossible,
          choices: [
            { id: 'nobody-free' },
            { id: 'no-match' },
            { id: 'nobody-in-area' },
            { id: 'help-is-ending' },
            { id: 'other' },
          ],
        },
        { id: 'whyNotWords', kind: 'short-text', maxCharacters: 600, keep: ['sealed'], shownWhen: notPossible },
      ],
    },
    {
      id: 'told',
      questions: [
        { id: 'toldOn', kind: 'date', when: 'past', keep: ['counted'] },
        { id: 'helpMeanwhile', kind: 'yes-no', keep: ['counted'] },
      ],
    },
    {
      id: 'example',
      questions: [{ id: 'example', kind: 'long-text', maxCharacters: 2000, keep: ['published'] }],
    },
  ],
})
