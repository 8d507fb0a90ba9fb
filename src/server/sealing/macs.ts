import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** Keyed hashes under APP_SECRET, each purpose with a key of its own. */
export type Macs = {
  /** Hex MAC of a text for one purpose: what is stored in place of a code, key, token or body. */
  readonly of: (purpose: string, text: string) => string
  /** Raw MAC bytes, 32 of them: the source of a derived tracking code. */
  readonly bytes: (purpose: string, text: string) => Uint8Array
}

/** Makes the keyed hashes of a server. */
export function makeMacs(appSecret: string): Macs {
  // Purposes are a handful, named in the code. Kept as a key, one is taken up ten times as fast as from its text.
  const keys = new Map<string, KeyObject>()
  const keyFor = (purpose: string) => {
    const key = keys.get(purpose) ?? createSecretKey(createHmac('sha256', appSecret).update(purpose).digest())
    keys.set(purpose, key)
    return key
  }
  const mac = (purpose: string, text: string) => createHmac('sha256', keyFor(purpose)).update(text)
  return {
    of: (purpose, text) => mac(purpose, text).digest('hex'),
    bytes: (purpose, text) => new Uint8Array(mac(purpose, text).digest()),
  }
}
