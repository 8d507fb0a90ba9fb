import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** The tables of DESIGN 6, in SQL that both SQLite and PostgreSQL take. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRecords(db)
  await createCodesAndOutbox(db)
  await createKeys(db)
  await createStaff(db)
  await createSignIn(db)
}

/**
 * SQLite numbers the rows of a table as they come, so that a survey without a time would stand between two records
 * with one. Kept by their random keys alone, rows say nothing of their order. PostgreSQL has no such number; what
 * it knows of order instead is in docs/threat-model.md.
 *
 * @source H12
 */
function inNoOrder(db: Kysely<unknown>) {
  return <Name extends string, Column extends string>(table: CreateTableBuilder<Name, Column>) =>
    db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.references('record.id'))
    .addColumn('person', 'text')
    .addColumn('corrects', 'text', (c) => c.references('record.id'))
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('authority', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.unique())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('occurred_at', 'text', (c) => c.notNull())
    .addColumn('by', 'text')
    .$call(inNoOrder(db))
    .execute()
  await db.schema.createIndex('record_form_received').on('record').columns(['form', 'received_at']).execute()
  await db.schema.createIndex('record_about').on('record').columns(['about', 'form', 'received_at']).execute()

  await db.schema
    .createTable('answer')
    .addColumn('record', 'text', (c) => c.notNull().references('record.id'))
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('answer_once', ['record', 'question', 'value'])
    .$call(inNoOrder(db))
    .execute()

  await db.schema
    .createTable('envelope')
    .addColumn('record', 'text', (c) => c.notNull().references('record.id'))
    .addColumn('audience', 'text', (c) => c.notNull())
    // SQLite keeps bytes as they are under any declared type; PostgreSQL needs its own name for them.
    .addColumn('sealed', sql`bytea`, (c) => c.notNull())
    .addPrimaryKeyConstraint('envelope_once', ['record', 'audience'])
    .$call(inNoOrder(db))
    .execute()

  await db.schema
    .createTable('tally')
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('authority', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tally_once', ['form', 'period', 'authority', 'question', 'value'])
    .$call(inNoOrder(db))
    .execute()
}

async function createCodesAndOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code')
    .addColumn('mac', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('record', 'text', (c) => c.notNull().references('record.id'))
    .addColumn('body_mac', 'text')
    .addColumn('expires_at', 'text')
    .$call(inNoOrder(db))
    .execute()

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('locked_until', 'text')
    .addColumn('done_at', 'text')
    .addColumn('gave_up_at', 'text')
    .addColumn('last_failure', 'text')
    .execute()
  await db.schema.createIndex('outbox_due').on('outbox').columns(['done_at', 'gave_up_at', 'next_at']).execute()
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audience_key')
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('recovery_recipient', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('rotate_since', 'text')
    .addColumn('retired_at', 'text')
    .addPrimaryKeyConstraint('audience_key_once', ['audience', 'generation'])
    .execute()

  await db.schema
    .createTable('keyring')
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('member', 'text', (c) => c.notNull())
    .addColumn('wrapped', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('keyring_once', ['audience', 'generation', 'member'])
    .execute()

  await db.schema
    .createTable('member_key')
    .addColumn('staff', 'text', (c) => c.primaryKey())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('wrapped_identity', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
}

async function createStaff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_role')
    .addColumn('staff', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('staff_role_once', ['staff', 'role'])
    .execute()

  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token_mac', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('for_staff', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .addColumn('created_by', 'text')
    .execute()

  await db.schema
    .createTable('access_log')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('staff', 'text', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('record', 'text')
    .execute()

  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}

/**
 * The tables of better-auth (tests/server/sign-in/tables.test.ts holds that it misses none), and our own
 * throttle. Its moments need a type that PostgreSQL reads as a date; SQLite takes any name for one.
 */
async function createSignIn(db: Kysely<unknown>): Promise<void> {
  const moment = sql`timestamptz`
  await db.schema
    .createTable('staff')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('email_verified', 'boolean', (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('second_factor_enabled', 'boolean')
    .addColumn('created_at', moment, (c) => c.notNull())
    .addColumn('updated_at', moment, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('staff_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('user_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('expires_at', moment, (c) => c.notNull())
    .addColumn('created_at', moment, (c) => c.notNull())
    .addColumn('updated_at', moment, (c) => c.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('last_seen_at', 'text', (c) => c.notNull())
    .addColumn('second_factor_at', 'text')
    .execute()
  await db.schema.createIndex('staff_session_user').on('staff_session').column('user_id').execute()

  await db.schema
    .createTable('staff_account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('provider_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', moment)
    .addColumn('refresh_token_expires_at', moment)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('created_at', moment, (c) => c.notNull())
    .addColumn('updated_at', moment, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('staff_account_user').on('staff_account').column('user_id').execute()

  await db.schema
    .createTable('staff_challenge')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expires_at', moment, (c) => c.notNull())
    .addColumn('created_at', moment, (c) => c.notNull())
    .addColumn('updated_at', moment, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('staff_challenge_identifier').on('staff_challenge').column('identifier').execute()

  await db.schema
    .createTable('second_factor')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('backup_codes', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('verified', 'boolean')
    .addColumn('failed_verification_count', 'integer')
    .addColumn('locked_until', moment)
    .execute()
  await db.schema.createIndex('second_factor_user').on('second_factor').column('user_id').execute()

  await db.schema
    .createTable('sign_in_rate')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('last_request', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('sign_in_wait')
    .addColumn('account_mac', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('used_code')
    .addColumn('mac', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
}
