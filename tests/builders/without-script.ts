import { post, stepPath } from './self-referral.ts'

export type Fields = readonly (readonly [string, string])[]

/** The hidden fields of a page, as a browser would post them. */
export function hidden(html: string): Fields {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')] as const)
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

type Pressing = {
  readonly button: string
  readonly filled?: Fields
  readonly language?: 'cy' | 'en'
  readonly headers?: Readonly<Record<string, string>>
}

/** Walks on from a page of the self-referral as a person does: its hidden fields, what they fill in, the button they press. */
export async function pressOn(
  url: string,
  html: string,
  { button, filled = [], language = 'cy', headers }: Pressing,
): Promise<string> {
  const response = await post(url, stepPath[language], [...hidden(html), ...filled, ['do', button]], headers)
  return response.text()
}

/** The reference on a page that says it was sent; empty when none is there. */
export const referenceOf = (html: string) => /[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d/.exec(html)?.[0] ?? ''
