import { defineForm } from '#forms/define-form.ts'
import { carefulContactPages, contactPages, neverASafeWay, nobodyCouldReach } from '#forms/safe-contact-questions.ts'

/**
 * A young person asks for a different advocate. It is their right and needs no reason.
 *
 * @source NS-4f, M68, P15; H1; H12 and DESIGN 4 for who may not read why
 */
export const advocateChange = defineForm({
  id: 'advocate-change',
  version: 1,
  access: 'public',
  audience: 'team',
  confidentialityFirst: true,
  tracked: true,
  notice: 'new-message',
  refusals: [nobodyCouldReach, neverASafeWay],
  pages: [
    {
      id: 'name',
      questions: [
        {
          id: 'name',
          kind: 'short-text',
          maxCharacters: 80,
          keep: ['sealed'],
          required: true,
          autocomplete: 'nickname',
        },
        { id: 'earlierReference', kind: 'short-text', maxCharacters: 40, keep: ['sealed'] },
        { id: 'advocateName', kind: 'short-text', maxCharacters: 120, keep: ['sealed'], symbol: 'advocate' },
      ],
    },
    {
      id: 'wish',
      questions: [
        {
          id: 'wish',
          kind: 'choice',
          keep: ['sealed', 'counted'],
          choices: [
            { id: 'change', symbol: 'swap-person' },
            { id: 'talk-first', symbol: 'talk-together' },
            { id: 'not-sure', symbol: 'not-sure' },
          ],
        },
        {
          id: 'mayTellAdvocate',
          kind: 'choice',
          keep: ['sealed'],
          choices: [
            { id: 'yes', symbol: 'yes' },
            { id: 'ask-me-first', symbol: 'question' },
            { id: 'no', symbol: 'no' },
          ],
        },
      ],
    },
    ...contactPages({ comeBack: true, own: true }),
    {
      id: 'new-advocate',
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
        // About the next advocate. Words about this one are not asked here: the team's key would open them.
        { id: 'matchWords', kind: 'short-text', maxCharacters: 300, keep: ['sealed'] },
      ],
    },
    {
      id: 'reason',
      part: 'more',
      questions: [
        {
          // Tallied with no link to this request, since an advocate holds the team's key. @source H12
          id: 'reason',
          kind: 'choice',
          keep: ['apart'],
          choices: [
            { id: 'not-listened-to', symbol: 'listen' },
            { id: 'do-not-get-on', symbol: 'sad' },
            { id: 'hard-to-reach', symbol: 'phone' },
            { id: 'language-or-way', symbol: 'interpreter' },
            { id: 'someone-more-like-me', symbol: 'friends' },
            { id: 'too-many-changes', symbol: 'change' },
            { id: 'other', symbol: 'something-else' },
            { id: 'rather-not-say', symbol: 'rather-not-say' },
          ],
        },
        // In an envelope of its own: no advocate opens it.
        { id: 'whyWords', kind: 'long-text', maxCharacters: 2000, keep: ['sealed'], audience: 'survey-reader' },
      ],
    },
    ...carefulContactPages,
  ],
})
