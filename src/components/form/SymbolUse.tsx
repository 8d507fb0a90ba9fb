import { FORM_PICTURES } from '#components/symbol/form-pictures-address.ts'

/** A picture from the forms' sprite. Always beside words that say the same, so it says nothing itself. */
export function SymbolUse({ id }: { readonly id: string }) {
  return (
    <svg class="symbol" aria-hidden="true" focusable="false" viewBox="4 4 64 64">
      <use href={`${FORM_PICTURES}#${id}`} />
    </svg>
  )
}
