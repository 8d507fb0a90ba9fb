import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Encrypter } from 'age-encryption'
import pg from 'pg'

/**
 * Loaded into a server that is measured (`node --import`), before its own code: adds up how long commits and sealing
 * take, and tells it in a line of JSON each time it gets SIGUSR2. The server itself knows nothing of it.
 */
const work = { commits: 0, commitMilliseconds: 0, seals: 0, sealMilliseconds: 0 }

function addCommit(start: number): void {
  work.commits += 1
  work.commitMilliseconds += performance.now() - start
}

const prepare = DatabaseSync.prototype.prepare
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string): StatementSync {
  const statement = prepare.call(this, sql)
  if (sql !== 'commit') return statement
  const run = statement.run.bind(statement)
  statement.run = () => {
    const start = performance.now()
    try {
      return run()
    } finally {
      addCommit(start)
    }
  }
  return statement
}

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const start = performance.now()
  const answer = query.apply(this, given)
  if (given[0] === 'commit' && answer instanceof Promise)
    answer.then(
      () => addCommit(start),
      () => undefined,
    )
  return answer
} as typeof pg.Client.prototype.query

const encrypt = Encrypter.prototype.encrypt
Encrypter.prototype.encrypt = async function (this: Encrypter, ...given: Parameters<typeof encrypt>) {
  const start = performance.now()
  try {
    return await encrypt.apply(this, given)
  } finally {
    work.seals += 1
    work.sealMilliseconds += performance.now() - start
  }
} as typeof encrypt

process.on('SIGUSR2', () => {
  process.stdout.write(`work ${JSON.stringify(work)}\n`)
  Object.assign(work, { commits: 0, commitMilliseconds: 0, seals: 0, sealMilliseconds: 0 })
})
