import { type PictureSet, pictureAddress } from '#components/symbol/picture-set.ts'

/** A picture from a form's file of pictures. Always beside words that say the same, so it says nothing itself. */
export function SymbolUse({ id, from }: { readonly id: string; readonly from: PictureSet }) {
  return (
    <svg class="symbol" viewBox="4 4 64 64" aria-hidden="true">
      <use href={pictureAddress(from, id)} />
    </svg>
  )
}
