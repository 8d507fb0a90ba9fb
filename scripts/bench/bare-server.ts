import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'

/**
 * The least that a server could be, to measure ours by: keeps what it is sent as it comes, one fsynced insert each.
 * `node bare-server.ts <file>`; says its port when it listens.
 */
const file = new DatabaseSync(process.argv[2] ?? ':memory:')
file.exec('pragma journal_mode = WAL; pragma synchronous = FULL; create table bare (bytes blob)')
const insert = file.prepare('insert into bare values (?)')

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    insert.run(new Uint8Array(Buffer.concat(parts)))
    response.writeHead(201).end('{}')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
