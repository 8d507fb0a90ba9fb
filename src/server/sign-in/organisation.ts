import { z } from 'zod'
import type { Language } from '#domain/language/language.ts'
import { isLanguage } from '#domain/language/language.ts'
import type { OrganisationAccounts } from '#server/config.ts'
import { discoveryOf, makeBetterAuth, ORGANISATION, type SignInParts } from '#server/sign-in/better-auth.ts'
import { type LibraryAnswer, makeCall, type Visitor } from '#server/sign-in/call.ts'

type Cookies = { readonly cookies: readonly string[] }

export type OrganisationStart =
  | ({ readonly outcome: 'go'; readonly address: string } & Cookies)
  | { readonly outcome: 'unavailable' }
  | { readonly outcome: 'wait'; readonly waitSeconds: number }

/** Back from the provider: to the second factor, or not in. */
export type OrganisationAnswer = Cookies & {
  readonly outcome: 'second-factor' | 'refused' | 'unavailable' | 'again'
  /** The language that the sign-in began in; undefined when nothing tells. */
  readonly language: Language | undefined
}

/** Signing in with an account of the member's own organisation, by OpenID Connect. */
export type OrganisationSignIn = {
  /** Begins: where the provider asks who they are. */
  readonly start: (language: Language, visitor: Visitor) => Promise<OrganisationStart>
  /** Takes what the provider sent them back with. The second factor is still ours to ask. */
  readonly finish: (query: URLSearchParams, visitor: Visitor) => Promise<OrganisationAnswer>
}

const ANSWERS_WITHIN_MILLISECONDS = 10_000

/**
 * Makes the sign-in with an organisation's own accounts. It has a library of its own, made when the provider first
 * answers: a provider that is down, now or when the server starts, keeps nobody from signing in with a password, and is
 * asked again at the next try.
 *
 * @source DESIGN 5 `OIDC_*`, 8; STACK 8 on discovery at boot
 */
export function makeOrganisationSignIn(parts: SignInParts, accounts: OrganisationAccounts): OrganisationSignIn {
  let ready: ReturnType<typeof makeCall> | undefined
  const library = async () => {
    if (!ready && (await answers(accounts))) ready = makeCall(makeBetterAuth(parts, accounts), parts)
    if (!ready) parts.log.happened('organisation-not-answering')
    return ready
  }
  return {
    async start(language, visitor) {
      const call = await library()
      if (!call) return { outcome: 'unavailable' }
      const answer = await call('/sign-in/social', fieldsOf(parts.siteUrl, language), visitor)
      if (answer.status === 429) return { outcome: 'wait', waitSeconds: answer.waitSeconds }
      const { url } = answer.body
      if (!answer.ok || typeof url !== 'string') return { outcome: 'unavailable' }
      return { outcome: 'go', address: url, cookies: answer.cookies }
    },

    async finish(query, visitor) {
      const call = await library()
      if (!call) return { outcome: 'unavailable', language: undefined, cookies: [] }
      const answer = await call(`/callback/${ORGANISATION}`, query, visitor)
      const outcome = outcomeOf(answer)
      parts.log.happened('organisation-sign-in', { outcome })
      return { outcome, language: languageOf(answer), cookies: answer.cookies }
    },
  }
}

/** Both addresses say the language alone: the library brings one of them back. */
function fieldsOf(siteUrl: string, language: Language) {
  const address = `${siteUrl}/${language}`
  return { provider: ORGANISATION, callbackURL: address, errorCallbackURL: address }
}

const discovered = z.object({ issuer: z.string() })

/** Tells whether the provider answers, and is the one that the settings name. */
async function answers({ issuer }: OrganisationAccounts): Promise<boolean> {
  try {
    const response = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(ANSWERS_WITHIN_MILLISECONDS) })
    const found = discovered.safeParse(await response.json())
    return response.ok && found.success && found.data.issuer === issuer
  } catch {
    return false
  }
}

/** What the library says went wrong with the provider itself, or with the way there and back. */
const unavailable: readonly string[] = ['internal_server_error', 'temporarily_unavailable', 'server_error']
const again: readonly string[] = ['state_mismatch', 'state_not_found', 'state_invalid', 'invalid_code', 'access_denied']

function outcomeOf({ status, body, location }: LibraryAnswer): OrganisationAnswer['outcome'] {
  if (body.twoFactorRedirect === true) return 'second-factor'
  if (status === 429) return 'again'
  const error = location === undefined ? 'none' : new URL(location, 'http://x').searchParams.get('error')
  // No error and no question for the second factor: they have a session, and none set yet.
  if (error === null) return 'second-factor'
  if (unavailable.includes(error)) return 'unavailable'
  return again.includes(error) ? 'again' : 'refused'
}

function languageOf({ location }: LibraryAnswer): Language | undefined {
  const named = location === undefined ? undefined : new URL(location, 'http://x').pathname.split('/')[1]
  return isLanguage(named) ? named : undefined
}
