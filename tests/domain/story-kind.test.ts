import { expect, test } from 'vitest'
import { isFromChild } from '#domain/referral/story-kind.ts'
import { allForms } from '#forms/all-forms.ts'

test('the forms that a young person fills in about their own request are those of the tracking page', () => {
  const ids = (forms: readonly { readonly id: string }[]) => forms.map(({ id }) => id).sort()

  expect(ids(allForms.filter(({ id }) => isFromChild(id)))).toEqual(
    ids(allForms.filter(({ access }) => access === 'tracking')),
  )
})
