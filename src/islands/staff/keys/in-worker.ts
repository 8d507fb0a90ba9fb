import type { PassphraseDone, PassphraseTask } from './passphrase.worker.ts'

/** Wraps a member's own identity under their passphrase, in a worker. */
export async function wrapInWorker(identity: string, passphrase: string): Promise<string> {
  const wrapped = await inWorker({ does: 'wrap', text: identity, passphrase })
  if (wrapped === undefined) throw new Error('the key was not wrapped')
  return wrapped
}

/** Opens a member's own identity, in a worker. @returns undefined when the passphrase is wrong. */
export function unwrapInWorker(wrapped: string, passphrase: string): Promise<string | undefined> {
  return inWorker({ does: 'unwrap', text: wrapped, passphrase })
}

/** One worker for one task: it takes its memory, and the secret in it, with it when it ends. */
function inWorker(task: PassphraseTask): Promise<string | undefined> {
  const worker = new Worker(new URL('./passphrase.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string | undefined>((resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker did not start')))
    worker.addEventListener('message', ({ data }: MessageEvent<PassphraseDone>) =>
      data.ok ? resolve(data.text) : reject(new Error('the wrapped key is damaged')),
    )
    worker.postMessage(task)
  }).finally(() => worker.terminate())
}
