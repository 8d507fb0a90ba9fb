import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

/** The tables of DESIGN 6. Instants are UTC text, booleans are 0 or 1, so that both databases agree. */
export type Tables = {
  record: RecordTable
  answer: AnswerTable
  envelope: EnvelopeTable
  tally: TallyTable
  code: CodeTable
  outbox: OutboxTable
  audience_key: AudienceKeyTable
  keyring: KeyringTable
  member_key: MemberKeyTable
  staff: StaffTable
  staff_session: StaffSessionTable
  staff_account: StaffAccountTable
  staff_challenge: StaffChallengeTable
  second_factor: SecondFactorTable
  sign_in_rate: SignInRateTable
  sign_in_wait: SignInWaitTable
  used_code: UsedCodeTable
  staff_role: StaffRoleTable
  invitation: InvitationTable
  access_log: AccessLogTable
  setting: SettingTable
  api_token: ApiTokenTable
}

/** Everything that happens: a filled-in form, appended and never changed. */
export type RecordTable = {
  id: string
  form: string
  version: number
  /** The record this one is about; null for one that starts a story. */
  about: string | null
  /** A random id for the young person, set at screening; says nothing. */
  person: string | null
  corrects: string | null
  service: string
  /** Whose desk it is on: nobody else lists it, counts it or is handed it. */
  audience: Audience
  authority: string | null
  language: Language
  channel: string
  /** Said aloud and written down by staff; not a secret. Only for a record that starts a story. */
  reference: string | null
  received_at: Instant
  occurred_at: Instant
  /** The staff member who recorded it; null when a young person did. */
  by: string | null
}

/** One counted choice, in clear. */
export type AnswerTable = { record: string; question: string; value: string }

/** What is sealed: bytes in the age format that the server cannot read. */
export type EnvelopeTable = { record: string; audience: Audience; sealed: Uint8Array }

/** Equality answers, as counts only. */
export type TallyTable = {
  form: string
  period: string
  authority: string
  question: string
  value: string
  n: number
}

/** MACs of tracking codes and of idempotency keys; never the code or key itself. */
export type CodeTable = {
  mac: string
  kind: 'tracking' | 'idempotency' | 'survey'
  /** The record it opens; for a survey code the closing record, until the survey is sent and the row goes. */
  record: string
  /** MAC of the canonical body that came with the key; null for a code. */
  body_mac: string | null
  expires_at: Instant | null
}

/** Notices to send: what happened and to which audience, never what was said. */
export type OutboxTable = {
  id: string
  kind: string
  audience: Audience
  language: Language
  created_at: Instant
  attempts: number
  next_at: Instant
  locked_until: Instant | null
  done_at: Instant | null
  /** Set when we have given up: a person has to look. */
  gave_up_at: Instant | null
  /** How it goes. */
  channel: 'mail' | 'webhook'
  /** The notice with which it goes; null until it was first tried. */
  batch: string | null
  /** The kind of failure last met, from a fixed list; never a server's own text. */
  last_failure: string | null
}

/** The public keys of an audience. The one with no `retired_at` is current. */
export type AudienceKeyTable = {
  audience: Audience
  generation: number
  recipient: string
  recovery_recipient: string
  created_at: Instant
  /** Since when a new pair is due, because somebody who held this one has left. */
  rotate_since: Instant | null
  retired_at: Instant | null
}

/** An audience's private key, sealed to one member's own key. */
export type KeyringTable = {
  audience: Audience
  generation: number
  member: string
  wrapped: string
}

/** A staff member's own key pair: the private half is wrapped under a generated six-word passphrase. */
export type MemberKeyTable = {
  staff: string
  recipient: string
  wrapped_identity: string
  created_at: Instant
}

/**
 * Staff and their sign-in: the tables that better-auth reads and writes under these names. Its moments
 * are text on SQLite and dates on PostgreSQL, its booleans 0/1 or true/false; only it reads those columns.
 */
export type StaffTable = {
  id: string
  name: string
  email: string
  email_verified: LibraryBoolean
  image: string | null
  second_factor_enabled: LibraryBoolean
  created_at: LibraryMoment
  updated_at: LibraryMoment
}

export type StaffSessionTable = {
  id: string
  token: string
  user_id: string
  expires_at: LibraryMoment
  created_at: LibraryMoment
  updated_at: LibraryMoment
  /** Always null: we do not note from where or with what somebody signs in. */
  ip_address: string | null
  user_agent: string | null
  started_at: Instant
  last_seen_at: Instant
  /** When the second factor was passed in this session; null: it opens nothing but the second-factor page. */
  second_factor_at: Instant | null
}

export type StaffAccountTable = {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: LibraryMoment | null
  refresh_token_expires_at: LibraryMoment | null
  scope: string | null
  /** scrypt hash */
  password: string | null
  created_at: LibraryMoment
  updated_at: LibraryMoment
}

export type StaffChallengeTable = {
  id: string
  identifier: string
  value: string
  expires_at: LibraryMoment
  created_at: LibraryMoment
  updated_at: LibraryMoment
}

export type SecondFactorTable = {
  id: string
  /** Encrypted under APP_SECRET, as the backup codes are. */
  secret: string
  backup_codes: string
  user_id: string
  verified: LibraryBoolean | null
  failed_verification_count: number | null
  locked_until: LibraryMoment | null
}

/** Tries at signing in, by a keyed name of the network that changes every hour. */
export type SignInRateTable = { id: string; key: string; count: number; last_request: number }

/** Wrong passwords in a row for one account, under a MAC of its address. */
export type SignInWaitTable = { account_mac: string; failures: number; next_at: Instant }

/** MACs of second-factor codes already used, kept for as long as they would still be right. */
export type UsedCodeTable = { mac: string; expires_at: Instant }

type LibraryMoment = string | Date
type LibraryBoolean = number | boolean

export type StaffRoleTable = { staff: string; role: string }

/** One-time links: the first set-up, invitations, and new ways in for a member. Only a MAC of the token is kept. */
export type InvitationTable = {
  id: string
  token_mac: string
  kind: 'set-up' | 'invitation' | 'renewal'
  /** JSON list */
  roles: string
  /** Whose sign-in a renewal makes anew; null for the others. */
  for_staff: string | null
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
  created_by: string | null
}

/** Who was handed which envelope, and when. */
export type AccessLogTable = { id: string; at: Instant; staff: string; act: string; record: string | null }

export type SettingTable = { name: string; value: string }

/** Tokens of other systems. */
export type ApiTokenTable = {
  id: string
  /** Which system it is for, in the administrator's words. */
  name: string
  token_mac: string
  /** JSON list */
  scopes: string
  created_at: Instant
  created_by: string
  revoked_at: Instant | null
  last_used_on: IsoDate | null
}
