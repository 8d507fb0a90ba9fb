declare const __PICTURES_VERSION__: string | undefined

/**
 * The address of the forms' file of pictures: it changes when a picture does, so that a browser may keep
 * the file for good. The build fills the version in; code that runs unbuilt has none.
 */
export const FORM_PICTURES = `/symbols/forms-${typeof __PICTURES_VERSION__ === 'string' ? __PICTURES_VERSION__ : 'unbuilt'}.svg`
