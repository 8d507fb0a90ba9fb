import { canonicalCode, type PictureWord } from '#domain/tracking-code/tracking-code.ts'
import type { App } from '#server/app.ts'

/** What is stored in place of a picture-word code, a young person's or a survey's. */
export function trackingCodeMac(app: Pick<App, 'macs'>, words: readonly PictureWord[]): string {
  return app.macs.of('code', canonicalCode(words))
}
