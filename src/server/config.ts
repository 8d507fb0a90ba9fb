import { resolve } from 'node:path'
import { z } from 'zod'

const optionalText = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

/** Every setting, read once at start. DESIGN 5 "Settings". */
const settings = z.object({
  /** The service to serve: an id (`content/services/<id>.yaml`), or the path of a file that ends in .yaml. */
  SERVICE: z.string().default('cymru-demo'),
  /** PostgreSQL address; absent: SQLite in DATA_DIR. */
  DATABASE_URL: optionalText,
  DATA_DIR: z.string().default('./data'),
  /** Where the built site is kept, inside the project's folder: another one for each service built side by side. */
  BUILD_DIR: z.string().default('./dist'),
  /** A folder of another set of symbols, for the build: docs/running.md. Absent: ours. */
  SYMBOLS: optionalText,
  /** A folder of recorded voices, for the build: docs/running.md. Absent: pages are read by the device's own voice. */
  RECORDINGS: optionalText,
  /** At least 32 characters. Absent with SQLite: made once in DATA_DIR. */
  APP_SECRET: z.preprocess((value) => (value === '' ? undefined : value), z.string().min(32).optional()),
  /** The address people type, without a slash at the end; absent: http://localhost:PORT. */
  SITE_URL: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** `smtp://user:password@host:port`; absent: notices wait in the outbox and the inbox says so. */
  SMTP_URL: optionalText,
  /** Where notices go: one address, or `team=a@x.test,complaints-lead=b@x.test`. */
  NOTIFY_TO: optionalText,
  /** The sender of notices: a neutral address. */
  NOTIFY_FROM: z.string().default('notices@localhost'),
  /** A system to tell, without content, when there is something to ask for: an https address. */
  WEBHOOK_URL: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  /** What such a call is signed with: at least 32 characters. */
  WEBHOOK_SECRET: z.preprocess((value) => (value === '' ? undefined : value), z.string().min(32).optional()),
  /**
   * The organisation's own accounts, to sign in with beside the password: the issuer of its OpenID Connect provider, as
   * the provider writes it. Absent: passwords alone. Roles and the second factor stay ours.
   */
  OIDC_ISSUER: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  /** What the provider knows this service by; OIDC_ISSUER, this and the secret go together. */
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  /** `1` when one reverse proxy of ours stands in front: its last forwarded address is believed. */
  TRUSTED_PROXY: z.enum(['0', '1']).default('0'),
  /** A port for figures in the Prometheus format, on METRICS_HOST alone; absent: none. Never let the public reach it. */
  METRICS_PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().max(65_535).optional(),
  ),
  METRICS_HOST: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('127.0.0.1')),
  /** Sends per network in 10 minutes; 0 means no limit, for load tests. */
  SEND_LIMIT: z.coerce.number().int().min(0).default(60),
})

/** An organisation's OpenID Connect provider, and what we are to it. */
export type OrganisationAccounts = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Settings as the program uses them. */
export type Config = {
  readonly service: string
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly buildDir: string
  readonly symbols: string | undefined
  readonly recordings: string | undefined
  readonly appSecret: string | undefined
  readonly siteUrl: string
  readonly host: string
  readonly port: number
  readonly smtpUrl: string | undefined
  readonly notifyTo: string | undefined
  readonly notifyFrom: string
  readonly webhook: { readonly url: string; readonly secret: string } | undefined
  /** The provider of the organisation's own accounts; undefined: passwords alone. */
  readonly organisation: OrganisationAccounts | undefined
  readonly trustedProxy: boolean
  readonly sendLimit: number
  /** Where figures are told; undefined: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
}

/** A setting that cannot be used: says which one and what to do, never its value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the settings; the only reader of the environment.
 *
 * @throws ConfigError naming each setting that cannot be used.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = settings.safeParse(environment)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These settings cannot be used. Put them right and start again.\n  ${names.join('\n  ')}`)
  }
  const s = parsed.data
  if (s.DATABASE_URL && !s.APP_SECRET)
    throw new ConfigError('APP_SECRET must be set when DATABASE_URL is: several servers have to share it.')
  if ((s.WEBHOOK_URL === undefined) !== (s.WEBHOOK_SECRET === undefined))
    throw new ConfigError('WEBHOOK_URL and WEBHOOK_SECRET go together: set both, or neither.')
  return {
    service: s.SERVICE,
    databaseUrl: s.DATABASE_URL,
    dataDir: s.DATA_DIR,
    buildDir: resolve(s.BUILD_DIR),
    symbols: s.SYMBOLS && resolve(s.SYMBOLS),
    recordings: s.RECORDINGS && resolve(s.RECORDINGS),
    appSecret: s.APP_SECRET,
    siteUrl: (s.SITE_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, ''),
    host: s.HOST,
    port: s.PORT,
    smtpUrl: s.SMTP_URL,
    notifyTo: s.NOTIFY_TO,
    notifyFrom: s.NOTIFY_FROM,
    webhook: s.WEBHOOK_URL && s.WEBHOOK_SECRET ? { url: s.WEBHOOK_URL, secret: s.WEBHOOK_SECRET } : undefined,
    organisation: organisationOf(s),
    trustedProxy: s.TRUSTED_PROXY === '1',
    sendLimit: s.SEND_LIMIT,
    metrics: s.METRICS_PORT === undefined ? undefined : { host: s.METRICS_HOST, port: s.METRICS_PORT },
  }
}

function organisationOf(s: z.output<typeof settings>): OrganisationAccounts | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = s
  if (issuer && clientId && clientSecret) {
    if (!isEncrypted(new URL(issuer))) throw new ConfigError('OIDC_ISSUER must begin with https: names travel there.')
    return { issuer, clientId, clientSecret }
  }
  if (issuer || clientId || clientSecret)
    throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.')
  return undefined
}

/** On this machine alone nobody listens between. */
function isEncrypted({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1'
}
