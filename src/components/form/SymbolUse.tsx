import { type PictureSet, pictureAddress } from '#components/symbol/picture-set.ts'

/** A picture from a form's file of pictures. Always beside words that say the same, so it says nothing itself. */
export function SymbolUse({ id, from }: { readonly id: string; readonly from: PictureSet }) {
  return (
    <svg class="symbol" aria-hidden="true" focusable="false" viewBox="4 4 64 64">
      <use href={pictureAddress(from, id)} />
    </svg>
  )
}
