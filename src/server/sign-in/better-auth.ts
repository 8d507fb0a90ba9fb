import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Instant } from '#domain/time/instant.ts'
import type { OrganisationAccounts } from '#server/config.ts'
import type { Log } from '#server/log.ts'
import type { Macs } from '#server/sealing/macs.ts'
import { type OrganisationPerson, refusalOf } from '#server/sign-in/organisation-person.ts'
import type { Database, DatabaseType } from '#server/store/database.ts'

/** What sign-in is made of. */
export type SignInParts = {
  readonly db: Database
  readonly databaseType: DatabaseType
  /** The address people type. Cookies are `Secure` when it begins with https. */
  readonly siteUrl: string
  /** The name that an authenticator app shows. */
  readonly serviceName: string
  readonly now: () => Instant
  readonly randomBytes: (count: number) => Uint8Array
  readonly macs: Macs
  readonly log: Log
}

/** A session ends this many hours after it began, whatever happens. */
export const SESSION_HOURS = 8

/** The header in which our own code, never a browser, tells the library which network is trying. */
export const NETWORK_HEADER = 'x-llafar-network'

/** The calls that are made after a second factor was found right: only they make a full session. */
const SECOND_FACTOR_PATHS = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']

/** What the library calls the organisation's provider: it stands in the address that the provider sends people back to. */
export const ORGANISATION = 'organisation'

export type BetterAuth = ReturnType<typeof makeBetterAuth>

/**
 * The sign-in library with our tables, names and limits. Sign-up is closed; nothing of the network or the
 * browser is written; nobody is told anything (telemetry off).
 *
 * @param organisation - the provider of an organisation's own accounts, for a library that signs in with those
 * @source STACK 8 pitfalls 1 to 3
 */
export function makeBetterAuth(parts: SignInParts, organisation?: OrganisationAccounts) {
  const isHttps = parts.siteUrl.startsWith('https:')
  return betterAuth({
    appName: parts.serviceName,
    baseURL: parts.siteUrl,
    basePath: '/api/auth',
    secret: parts.macs.of('sign-in', 'secret'),
    database: { db: parts.db, type: parts.databaseType, transaction: true },
    telemetry: { enabled: false },
    // The library's messages may hold an address or an e-mail: only that there was one is noted.
    logger: { level: 'error', log: () => parts.log.happened('sign-in-library-error') },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 15, maxPasswordLength: 128 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'sign_in_rate',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 60,
      // A whole office may share one network; one account is slowed by our own throttle.
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/sign-in/social': { window: 60, max: 20 },
        '/callback/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      // The library knows of `__Secure-` alone. A `__Host-` cookie is for this host, and no neighbour of it can set one.
      useSecureCookies: false,
      cookiePrefix: isHttps ? '__Host-llafar' : 'llafar',
      disableOriginCheck: false,
      disableCSRFCheck: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps },
      // Not the network's address but a keyed name for it; with no address at all the library would not limit.
      ipAddress: { ipAddressHeaders: [NETWORK_HEADER] },
    },
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Asked only of whoever comes with an account of the organisation.
      validateUserInfo: async ({ user }: { readonly user: OrganisationPerson }) => {
        const error = await refusalOf(parts.db, user)
        return error ? { error } : undefined
      },
    },
    session: sessionOptions,
    account: { modelName: 'staff_account', fields: accountColumns, updateAccountOnSignIn: false },
    verification: {
      modelName: 'staff_challenge',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      // A provider's tokens are of no use to us after the sign-in: none is kept.
      account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) } },
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              ipAddress: null,
              userAgent: null,
              startedAt: parts.now(),
              lastSeenAt: parts.now(),
              secondFactorAt: SECOND_FACTOR_PATHS.includes(context?.path ?? '') ? parts.now() : null,
            },
          }),
        },
      },
    },
    plugins: [secondFactorAfter(parts.serviceName), ...(organisation ? [accountsOf(organisation)] : [])],
  })
}

/**
 * The second factor, asked after a password and after an account of the organisation alike: the library on its own asks
 * it after its own ways in only.
 */
function secondFactorAfter(serviceName: string) {
  const plugin = twoFactor({
    issuer: serviceName,
    // No device is ever trusted to skip the second factor; should one slip through, it is for one second.
    trustDeviceMaxAge: 1,
    twoFactorCookieMaxAge: 5 * 60,
    schema: secondFactorSchema,
  })
  for (const hook of plugin.hooks.after) {
    const { matcher } = hook
    hook.matcher = (context) => matcher(context) || context.path === '/callback/:id'
  }
  return plugin
}

/** Who comes with such an account is who the provider's signed token says, or nobody. They are never made a member. */
function accountsOf({ issuer, clientId, clientSecret }: OrganisationAccounts) {
  return genericOAuth({
    config: [
      {
        providerId: ORGANISATION,
        discoveryUrl: discoveryOf(issuer),
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'email'],
        pkce: true,
        disableSignUp: true,
        disableProviderLogout: true,
      },
    ],
  })
}

/** Where a provider says how it is asked. @source OpenID Connect Discovery 1.0, section 4 */
export function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
}

const sessionOptions = {
  modelName: 'staff_session',
  expiresIn: SESSION_HOURS * 3600,
  disableSessionRefresh: true,
  cookieCache: { enabled: false },
  fields: {
    userId: 'user_id',
    expiresAt: 'expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
  additionalFields: {
    startedAt: { type: 'string', fieldName: 'started_at', input: false },
    lastSeenAt: { type: 'string', fieldName: 'last_seen_at', input: false },
    secondFactorAt: { type: 'string', fieldName: 'second_factor_at', required: false, input: false },
  },
} as const

const accountColumns = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

const secondFactorSchema = {
  user: { fields: { twoFactorEnabled: 'second_factor_enabled' } },
  twoFactor: {
    modelName: 'second_factor',
    fields: {
      backupCodes: 'backup_codes',
      userId: 'user_id',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}
