import type { ResolvedForm } from '#forms/define-form.ts'

declare const __PICTURES_VERSION__: string | undefined

/** Which file of pictures a form's screens point into: its own, or the one that small forms share. */
export type PictureSet = string

/** The file of pictures for a form: a public form has its own, so that a journey loads no more than it shows. */
export function pictureSetOf({ id, access }: Pick<ResolvedForm, 'id' | 'access'>): PictureSet {
  return access === 'public' ? id : access
}

/** A set's name in its address: it changes when a picture may have, so that a browser can keep the file for good. */
export function versionedSet(set: PictureSet): string {
  // The build fills the version in; code that runs unbuilt has none.
  return `${set}-${typeof __PICTURES_VERSION__ === 'string' ? __PICTURES_VERSION__ : 'unbuilt'}`
}

/** The address of one picture of a set. */
export function pictureAddress(set: PictureSet, id: string): string {
  return `/symbols/${versionedSet(set)}.svg#${id}`
}
