import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

/** Counts sends, not visits, per network. Kept in memory for minutes, never stored. */
export type SendLimit = {
  /** @returns the seconds to wait when the limit is passed, else undefined; counts this send. */
  readonly take: (address: string | undefined, nowMilliseconds: number) => number | undefined
  /** Takes back the last count: a right code is no guess. */
  readonly giveBack: (address: string | undefined) => void
}

const WINDOW_MILLISECONDS = 600_000

/**
 * A limit of sends per network in ten minutes. The network is known only as a hash under a key that
 * is made at start and never leaves memory.
 *
 * @param limit - sends per network; 0 means no limit.
 * @source DESIGN 4 "No puzzle for the sender"; ANCHORS 5 "Punishing a whole household"
 */
export function makeSendLimit(limit: number): SendLimit {
  const key = createSecretKey(randomBytes(32))
  const sends = new Map<string, number[]>()
  const hash = (address: string | undefined) =>
    createHmac('sha256', key)
      .update(networkOf(address ?? ''))
      .digest('base64')
  return {
    giveBack: (address) => {
      sends.get(hash(address))?.pop()
    },
    take: (address, now) => {
      if (limit === 0) return undefined
      forgetOld(sends, now)
      const network = hash(address)
      const recent = sends.get(network) ?? []
      const [oldest] = recent
      if (recent.length >= limit && oldest !== undefined)
        return Math.max(1, Math.ceil((oldest + WINDOW_MILLISECONDS - now) / 1000))
      sends.set(network, [...recent, now])
      return undefined
    },
  }
}

/** What lies ahead was counted by a clock that has been put back since: it must lock nobody out until it comes. */
function forgetOld(sends: Map<string, number[]>, now: number): void {
  for (const [network, times] of sends) {
    const recent = times.filter((time) => time <= now && now - time < WINDOW_MILLISECONDS)
    if (recent.length === 0) sends.delete(network)
    else if (recent.length < times.length) sends.set(network, recent)
  }
}

/** The /24 of an IPv4 address, the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain.split('.').slice(0, 3).join('.')
}
