import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider'

/** An account at the organisation: who they are to the provider, and what it says of their address. */
export type Account = { readonly id: string; readonly email: string; readonly isVerified: boolean }

const client = { clientId: 'llafar', clientSecret: 'a secret of the test that the provider knows too' }

/**
 * A real OpenID Connect provider on this machine: it asks nobody anything, and takes whoever `signedIn` says. It can be
 * stopped and started again at the same address, with the accounts it knew.
 */
export async function anOrganisation({ siteUrl }: { readonly siteUrl: string }) {
  let signedIn: Account | undefined
  let server = createServer()
  const port = await listen(server, 0)
  const issuer = `http://127.0.0.1:${port}`
  const provider = makeProvider(issuer, siteUrl, () => signedIn)
  const answer = answerFor(provider, () => signedIn)
  server.on('request', answer)
  return {
    settings: { issuer, ...client },
    signIn: (account: Account) => {
      signedIn = account
    },
    stop: () => stop(server),
    start: async () => {
      server = createServer(answer)
      await listen(server, port)
    },
  }
}

export type Organisation = Awaited<ReturnType<typeof anOrganisation>>

function makeProvider(issuer: string, siteUrl: string, who: () => Account | undefined): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${siteUrl}/api/auth/callback/organisation`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    jwks: { keys: [aSigningKey()] },
    adapter: InMemory,
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: who()?.email, email_verified: who()?.isVerified }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const { client: asking, account } = oidc
      if (!asking || !account) return undefined
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: account.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  return provider
}

function aSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }
}

/** What a provider remembers, while a test runs. */
class InMemory implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>()

  async upsert(id: string, payload: AdapterPayload) {
    this.#kept.set(id, payload)
  }
  async find(id: string) {
    return this.#kept.get(id)
  }
  async findByUid(uid: string) {
    return [...this.#kept.values()].find((payload) => payload.uid === uid)
  }
  async findByUserCode() {
    return undefined
  }
  async consume(id: string) {
    const payload = this.#kept.get(id)
    if (payload) this.#kept.set(id, { ...payload, consumed: Math.floor(Date.now() / 1000) })
  }
  async destroy(id: string) {
    this.#kept.delete(id)
  }
  async revokeByGrantId(grantId: string) {
    for (const [id, payload] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id)
  }
}

function answerFor(provider: Provider, who: () => Account | undefined) {
  const others = provider.callback()
  return (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void others(request, response)
    const account = who()
    if (!account) return void response.writeHead(500).end()
    const result = { login: { accountId: account.id } }
    provider.interactionFinished(request, response, result).catch(() => response.writeHead(500).end())
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

/**
 * Walks a browser from the provider's page back to ours, as redirects lead it.
 *
 * @returns the query that the provider sends them back with
 */
export async function walkThrough(address: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>()
  let next = address
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const [pair = ''] of response.headers.getSetCookie().map((each) => each.split(';'))) {
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`the provider answered ${response.status}`)
    const url = new URL(location, next)
    if (url.pathname === '/api/auth/callback/organisation') return url.searchParams
    next = url.href
  }
  throw new Error('the provider goes in circles')
}
