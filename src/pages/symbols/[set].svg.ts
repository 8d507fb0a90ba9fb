import type { APIRoute, GetStaticPaths } from 'astro'
import { type PictureSet, pictureSetOf, versionedSet } from '#components/symbol/picture-set.ts'
import { listPictures, type Picture } from '#components/symbol/pictures.ts'
import { allForms } from '#forms/all-forms.ts'
import { resolveForm } from '#forms/resolve-form.ts'
import { builtService, serviceLanguages } from '#i18n/built-service.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import sent from '#locales/en/sent.json' with { type: 'json' }

export const prerender = true

/** Pictures that form screens name themselves, beside those of the definitions: the bar and the code choice. */
const namedByScreens = ['now-urgent', 'leave-site', 'tracking-code', 'yes', 'no']

/** A file of pictures for each public form, and one each for the forms of tracking and of staff. */
export const getStaticPaths = (() =>
  [...new Set(allForms.map(pictureSetOf))].map((set) => ({
    params: { set: versionedSet(set) },
    props: { set },
  }))) satisfies GetStaticPaths

export const GET: APIRoute = ({ props }) => {
  const pictures = listPictures(usedIn(props.set))
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${pictures.map(toGroup).join('')}</svg>`, {
    headers: { 'Content-Type': 'image/svg+xml' },
  })
}

function usedIn(set: PictureSet): ReadonlySet<string> {
  const service = builtService()
  const forms = allForms.filter((form) => pictureSetOf(form) === set).map((form) => resolveForm(form, service))
  const said = forms.flatMap(({ id, confidentialityFirst }) =>
    serviceLanguages().map((language) => {
      const { words, confidentiality } = formScreenWords(id, language, service)
      return [words.pages, words.sent ?? sent, words.sentTo, confidentialityFirst && confidentiality]
    }),
  )
  return new Set([...namedByScreens, ...symbolsIn(forms), ...symbolsIn(said)])
}

/** Every `symbol` named anywhere in data. */
function symbolsIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'symbol' && typeof value === 'string' ? [value] : symbolsIn(value),
  )
}

/** A group, not a `<symbol>`: the picture that points at it has the box. */
function toGroup({ id, attributes, drawing }: Picture): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<g id="${id}"${said.join('')}>${drawing}</g>`
}
