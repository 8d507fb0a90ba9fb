import type { APIRoute, GetStaticPaths } from 'astro'
import type { Language } from '#domain/language/language.ts'
import { allForms } from '#forms/all-forms.ts'
import { hasDrawing, questionsOf, type ResolvedForm } from '#forms/define-form.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { builtService } from '#i18n/built-service.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { formPaths } from '#i18n/paths.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'
import { shellWords } from '#i18n/shell-words.ts'

export const prerender = true

/** Everything the script needs to walk a form in the browser: one file a form and language. */
export const getStaticPaths = (() => {
  const service = builtService()
  return allForms
    .filter((form) => form.access === 'public')
    .flatMap((form) => service.languages.map((language) => ({ params: { form: form.id, language } })))
}) satisfies GetStaticPaths

export const GET: APIRoute = ({ params }) => {
  const service = builtService()
  const language = params.language as Language
  const definition = allForms.find(({ id }) => id === params.form)
  if (!definition) throw new Error(`no form ${params.form}`)
  const form = resolveForm(definition, service)
  const words = formScreenWords(definition.id, language, service)
  return Response.json({
    form,
    ...words,
    // Old questions are for those who read old answers; what is said once it is sent, the server's own page says.
    words: { ...words.words, earlier: undefined, sent: undefined, sentTo: undefined },
    shared: {
      ...words.shared,
      whoSees: whoSeesUsed(form, words.shared.whoSees),
      helpUs: undefined,
      backToForm: undefined,
      drawing: hasDrawing(form) ? words.shared.drawing : undefined,
      surveyCode: form.survey === 'closure' ? words.shared.surveyCode : undefined,
    },
    language,
    receiptVersion: service.confidentiality.version,
    start: formPaths(definition.id, language).start,
    step: formPaths(definition.id, language).step,
    switchTo: service.languages
      .filter((each) => each !== language)
      .map((each) => ({ step: formPaths(definition.id, each).step, name: shellWords(each).languageName })),
    serviceName: service.name[language],
    phone: service.contact.phone,
  })
}

/** Only what this form can say of who sees an answer: every byte is the child's. */
function whoSeesUsed(form: ResolvedForm, sentences: ScreenWords['whoSees']): Partial<ScreenWords['whoSees']> {
  const others = [...(form.audienceWhen ?? []), ...questionsOf(form)].map(({ audience }) => audience)
  const readers = new Set<string | undefined>([form.audience, ...others])
  const isUsed = ([key]: readonly [string, string]) => !key.includes('.') || readers.has(key.split('.')[1])
  return Object.fromEntries(Object.entries(sentences).filter(isUsed))
}
