import { defineForm } from '#forms/define-form.ts'
import { carefulContactPages, contactPages, neverASafeWay } from '#forms/safe-contact-questions.ts'
import { pickedAgeBands } from '#forms/survey-choices.ts'

/**
 * A young person offers to help make the service better. It asks how to reach them, so what stays private
 * comes first.
 *
 * @source NS-5b, P22, LW-11.2, LW-13.2, LW-13.5, M35, M77
 */
export const joinIn = defineForm({
  id: 'join-in',
  version: 1,
  access: 'public',
  audience: 'team',
  confidentialityFirst: true,
  tracked: false,
  refusals: [neverASafeWay],
  notice: 'new-message',
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
    ...contactPages({ comeBack: false, own: true }),
    {
      id: 'join-in',
      questions: [
        { id: 'joinIn', kind: 'choices', keep: ['sealed', 'counted'], choices: { from: 'participation' } },
        // @source CM-4d
        { id: 'idea', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'], symbol: 'idea' },
      ],
    },
    {
      id: 'about-you',
      questions: [{ id: 'ageBand', kind: 'choice', keep: ['sealed', 'counted'], choices: pickedAgeBands }],
    },
    {
      id: 'support',
      questions: [
        {
          id: 'support',
          kind: 'choices',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'travel', symbol: 'travel' },
            { id: 'someone-with-me', symbol: 'friends' },
            { id: 'interpreter', symbol: 'interpreter' },
            { id: 'communication', symbol: 'aac-device' },
            { id: 'easy-words', symbol: 'easy-read' },
            { id: 'access', symbol: 'wheelchair' },
            { id: 'online', symbol: 'video-call' },
          ],
        },
        { id: 'supportWords', kind: 'short-text', maxCharacters: 300, keep: ['sealed'] },
      ],
    },
    ...carefulContactPages,
  ],
})
