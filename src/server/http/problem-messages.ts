import type { Language } from '#domain/language/language.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { Problem } from '#forms/parse-answers.ts'
import { localeWords } from '#i18n/form-words.ts'
import { problemSentence } from '#i18n/problem-sentence.ts'
import formCy from '#locales/cy/form.json' with { type: 'json' }
import formEn from '#locales/en/form.json' with { type: 'json' }

const shared = { cy: formCy, en: formEn }

/** Each problem with its sentence, in the language asked for. */
export function problemMessages(
  form: ResolvedForm,
  problems: readonly Problem[],
  language: Language,
): readonly { readonly question: string; readonly rule: string; readonly message: string }[] {
  const words = localeWords(form.id, language)
  return problems.map((problem) => ({ ...problem, message: problemSentence(problem, words, shared[language]) }))
}
