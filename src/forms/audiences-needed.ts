import { type Audience, audiences } from '#domain/audience.ts'
import type { Service } from '#domain/service/service.ts'
import { allForms } from '#forms/all-forms.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { resolveForm } from '#forms/resolve-form.ts'

/** Every audience to whom a public form of this service may be sealed: without its key that form cannot be taken. */
export function audiencesNeeded(service: Service): readonly Audience[] {
  const named = allForms
    .filter(({ access }) => access === 'public')
    .flatMap((form) => audiencesNamed(resolveForm(form, service)))
  return audiences.filter((audience) => named.includes(audience))
}

function audiencesNamed(form: ResolvedForm): readonly Audience[] {
  return [
    form.audience,
    ...(form.audienceWhen ?? []).map(({ audience }) => audience),
    ...questionsOf(form).flatMap(({ audience }) => audience ?? []),
  ]
}
