import type { Audience } from '#domain/audience.ts'
import type { Role } from '#domain/roles.ts'

/**
 * A member's own key pair as the server keeps it: the public half, and the private half wrapped under a
 * passphrase that only the member has.
 */
export type MemberKey = {
  /** `age1…` */
  readonly recipient: string
  /** The age identity, in the age format (armored), under the passphrase. */
  readonly wrappedIdentity: string
}

/** An audience's private key, sealed to one member's own key. */
export type WrappedKey = {
  readonly audience: Audience
  /** Counts the audience's key pairs from 1; a higher one came when somebody left. */
  readonly generation: number
  /** The age identity, in the age format (armored), for the member's recipient. */
  readonly wrapped: string
}

/** The public keys of an audience's present pair. */
export type AudienceKey = {
  readonly audience: Audience
  readonly generation: number
  readonly recipient: string
  readonly recoveryRecipient: string
  /** Somebody who held this key has left: a holder has to make the next one. */
  readonly rotationDue: boolean
}

/** Everything a member's browser needs to know about keys; it holds nothing that opens without their passphrase. */
export type MyKeys = {
  readonly member: MemberKey | undefined
  readonly keyring: readonly WrappedKey[]
  /** The audiences that the member's roles belong to. */
  readonly belongsTo: readonly Audience[]
  /** The present pair of each audience that has one. */
  readonly audiences: readonly AudienceKey[]
  /** Demonstration only: keys made at first start, wrapped under the set-up link, waiting for their first holder. */
  readonly waiting: readonly WaitingKey[]
}

/** A pair that the demonstration made at first start, wrapped under the set-up link's token. */
export type WaitingKey = {
  readonly audience: Audience
  readonly generation: number
  readonly identity: string
  readonly recoveryIdentity: string
}

/** A member of staff, as the people page shows them. */
export type Person = {
  readonly id: string
  readonly name: string
  /** For an administrator alone, who makes ways in: the others know each other by name. */
  readonly email?: string
  readonly roles: readonly Role[]
  readonly recipient: string | undefined
  /** What they can open now. */
  readonly holds: readonly { readonly audience: Audience; readonly generation: number }[]
}
