import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a mail server does with a mail; `accept and die` keeps it, and breaks the line before it says so. */
export type Manners = 'accept' | 'refuse' | 'hang' | 'accept and die'

/** A mail server on this machine. */
export type MailServer = {
  readonly url: string
  /** The Message-ID of each mail that it has kept, in order. */
  readonly kept: readonly string[]
  readonly behave: (manners: Manners) => void
  readonly close: () => Promise<void>
}

/** Starts one that accepts what comes. */
export async function startMailServer(): Promise<MailServer> {
  const kept: string[] = []
  let manners: Manners = 'accept'
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onConnect: (_session, answer) => {
      if (manners !== 'hang') answer()
    },
    onRcptTo: (_address, _session, answer) => answer(manners === 'refuse' ? new Error('no such person') : null),
    onData: (stream, _session, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        kept.push(/^message-id: <([^@]+)@/im.exec(text)?.[1] ?? 'none')
        if (manners !== 'accept and die') return answer()
        for (const connection of server.connections) connection._socket.destroy()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    kept,
    behave: (next) => {
      manners = next
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
