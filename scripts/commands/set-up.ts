import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { type Command, say, withApp } from './command.ts'

/** Prints the one-time link with which the first administrator sets the staff side up. */
export const setUp: Command = {
  says: 'prints the one-time link for the first administrator',
  usage: 'npm run llafar -- setup\n\nOpen the link in your own browser. It works once.',
  run: () =>
    withApp(async (app) => {
      const link = await ensureSetUp(app)
      say(link ?? 'The set-up link has been used. Sign in, and invite others on the page "People".')
    }),
}
