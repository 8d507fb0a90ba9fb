import type { Page } from '@playwright/test'

/** What our own server answered. */
export type Answered<Body = Record<string, unknown>> = { readonly status: number; readonly body: Body }

/** Asks our own server from a page of it, as the page's screens do: with its cookies, and from its origin. */
export function askFrom<Body = Record<string, unknown>>(
  page: Page,
  path: string,
  body?: object,
): Promise<Answered<Body>> {
  return page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(path, {
        method: body ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'accept-language': document.documentElement.lang,
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: await response.json() }
    },
    { path, body },
  )
}

/** Records a staff act about something, as its form does when it is sent. */
export function act(
  page: Page,
  form: string,
  about: string | undefined,
  answers: object,
  more: { readonly seen?: number; readonly settles?: string; readonly samePersonAs?: string } = {},
): Promise<Answered<{ readonly meanwhile?: number; readonly errors?: readonly { question: string; rule: string }[] }>> {
  const idempotencyKey = crypto.randomUUID()
  return askFrom(page, '/api/staff/records', {
    form,
    ...(about && { about }),
    language: 'cy',
    answers,
    idempotencyKey,
    ...more,
  })
}
