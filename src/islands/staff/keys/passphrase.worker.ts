import { unwrapIdentity, wrapIdentity } from './age-keys.ts'

/** The slow work of a passphrase, away from the page so that it does not freeze. */
export type PassphraseTask = { readonly does: 'wrap' | 'unwrap'; readonly text: string; readonly passphrase: string }
export type PassphraseDone = { readonly ok: true; readonly text: string | undefined } | { readonly ok: false }

addEventListener('message', async ({ data }: MessageEvent<PassphraseTask>) => {
  const work = data.does === 'wrap' ? wrapIdentity : unwrapIdentity
  const done: PassphraseDone = await work(data.text, data.passphrase).then(
    (text) => ({ ok: true, text }),
    () => ({ ok: false }),
  )
  postMessage(done)
})
