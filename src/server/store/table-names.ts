import type { Tables } from '#server/store/tables.ts'

/** Every table, those first that others refer to: the order in which a copy of them is written. */
export const tableNames = Object.keys({
  record: true,
  answer: true,
  envelope: true,
  tally: true,
  code: true,
  outbox: true,
  audience_key: true,
  keyring: true,
  member_key: true,
  staff: true,
  staff_session: true,
  staff_account: true,
  staff_challenge: true,
  second_factor: true,
  sign_in_rate: true,
  sign_in_wait: true,
  used_code: true,
  staff_role: true,
  invitation: true,
  access_log: true,
  setting: true,
  api_token: true,
} satisfies Record<keyof Tables, true>) as readonly (keyof Tables)[]
