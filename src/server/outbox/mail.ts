import { createTransport } from 'nodemailer'
import type { NoticeKind } from '#domain/notice.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/notices.json' with { type: 'json' }
import en from '#locales/en/notices.json' with { type: 'json' }
import type { Config } from '#server/config.ts'
import type { Batch } from '#server/store/outbox.store.ts'
import type { OutboxTable } from '#server/store/tables.ts'

const words = { cy, en }

/** Sends notices that go together; throws when they were not accepted. */
export type NoticeSender = {
  readonly send: (batch: Batch) => Promise<void>
  readonly close: () => void
  readonly channel: OutboxTable['channel']
}

/** For how many milliseconds a mail server is waited for: to be there, for each of its words, and altogether. */
export type Patience = { readonly connect: number; readonly word: number; readonly whole: number }

/** Altogether shorter than a claim holds: a mail server that says each word a little late must not outlast it. */
const PATIENCE: Patience = { connect: 10_000, word: 20_000, whole: 60_000 }

/** What can go wrong with a notice, from a fixed list: a mail server's own words are not kept. */
export type Failure = 'no-address' | 'refused' | 'not-reached'

/** Thrown when no address is set for an audience. */
class NoAddressError extends Error {
  override name = 'NoAddressError'
}

/** The kind of a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoAddressError) return 'no-address'
  return typeof error === 'object' && error !== null && 'responseCode' in error ? 'refused' : 'not-reached'
}

/**
 * A sender over SMTP. @returns undefined when no mail server is set.
 *
 * A notice says what happened and where to look, never what was said, in both of the service's
 * languages, under a neutral subject. Its Message-ID is the notice's own, so that a repeat after a
 * crash can be told from a second notice.
 *
 * @source ANCHORS 5 "Timing leaks", "Notifications to adults"
 */
export function makeMailSender(
  config: Config,
  service: Service,
  patience: Patience = PATIENCE,
): NoticeSender | undefined {
  if (!config.smtpUrl) return undefined
  const { connect, word, whole } = patience
  const timeouts = { connectionTimeout: connect, greetingTimeout: connect, socketTimeout: word }
  const transport = createTransport({ url: config.smtpUrl, ...timeouts })
  return {
    channel: 'mail',
    send: async ({ id, audience, kinds }) => {
      const to = addressFor(config.notifyTo, audience)
      if (!to) throw new NoAddressError('no address')
      await withinTime(
        whole,
        transport.sendMail({
          to,
          from: config.notifyFrom,
          messageId: `<${id}@${new URL(config.siteUrl).hostname}>`,
          subject: service.languages.map((language) => words[language].subject).join(' / '),
          text: service.languages
            .map((language) =>
              [...kinds.map((kind) => words[language][kind as NoticeKind]), `${config.siteUrl}/${language}/staff`].join(
                '\n',
              ),
            )
            .join('\n\n'),
        }),
      )
    },
    close: () => transport.close(),
  }
}

async function withinTime(milliseconds: number, sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), milliseconds)
  })
  try {
    await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Reads `NOTIFY_TO`: one address for all, or `audience=address` parted by commas. */
export function addressFor(notifyTo: string | undefined, audience: string): string | undefined {
  const parts = (notifyTo ?? '').split(',').map((part) => part.trim())
  const own = parts.find((part) => part.startsWith(`${audience}=`))
  return own?.slice(audience.length + 1) ?? parts.find((part) => part !== '' && !part.includes('='))
}
