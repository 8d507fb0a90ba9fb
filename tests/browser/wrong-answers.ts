import type { Answer, ResolvedQuestion } from '#forms/define-form.ts'

/** An answer that a page can be left with, and the rule it breaks. */
export type WrongAnswer = { readonly rule: string; readonly answer: Answer }

/**
 * Every wrong answer that a person can give to a question on its page. "Missing" is left out: it is what an
 * untouched page gives.
 */
export function wrongAnswers(question: ResolvedQuestion): readonly WrongAnswer[] {
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return [{ rule: 'tooLong', answer: 'ŵ'.repeat(question.maxCharacters + 1) }]
    case 'drawing':
      return [
        { rule: 'unreadable', answer: '<svg onload=x>' },
        { rule: 'tooLong', answer: 'zzzz'.repeat(question.maxCharacters / 4 + 1) },
      ]
    case 'phone':
      return [
        { rule: 'notAPhone', answer: 'ffonia fi' },
        { rule: 'tooLong', answer: '0'.repeat(25) },
      ]
    case 'email':
      return [
        { rule: 'notAnEmail', answer: 'sian' },
        { rule: 'tooLong', answer: `${'s'.repeat(250)}@x.cymru` },
      ]
    case 'number':
      return [
        { rule: 'notANumber', answer: 'deg' },
        { rule: 'tooBig', answer: question.largest + 1 },
        // A minus sign is no digit, so nothing under nought can be typed.
        ...(question.smallest > 0 ? [{ rule: 'tooSmall', answer: question.smallest - 1 }] : []),
      ]
    case 'date':
      return [
        { rule: 'notADate', answer: '31/2/2027' },
        ...(question.when === 'future' ? [{ rule: 'inPast', answer: '2020-01-31' }] : []),
        ...(question.when === 'past' ? [{ rule: 'inFuture', answer: '2099-01-31' }] : []),
      ]
    case 'moment':
      return question.when === 'future'
        ? [{ rule: 'inPast', answer: '2020-01-31T10:00:00.000Z' }]
        : [{ rule: 'inFuture', answer: '2099-01-31T10:00:00.000Z' }]
    case 'ranked': {
      const [first = ''] = (question.choices ?? []).map(({ id }) => id)
      return [{ rule: 'repeated', answer: [first, first] }]
    }
    default:
      return []
  }
}
