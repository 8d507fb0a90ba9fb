import { audiencesNeeded } from '#forms/audiences-needed.ts'
import { readWaitingKeys } from '#server/operations/keys/read-my-keys.ts'
import { listAudienceKeys, listHoldings } from '#server/store/keys.store.ts'
import { namesOfStaff } from '#server/store/staff.store.ts'
import { type Command, say, withApp } from './command.ts'

/** Says which group's keys there are, who holds them, and what has to be done. No private key is here to show. */
export const keys: Command = {
  says: 'says which groups have a key, who holds it and what is due',
  usage:
    'npm run llafar -- keys\n\n' +
    'Ends with 1 when a group has no key or only one holder, or when a new key is due: see docs/staff-guide.md.',
  run: () =>
    withApp(async (app) => {
      const present = await listAudienceKeys(app.db)
      const waiting = (await readWaitingKeys(app)).map(({ audience }) => audience)
      const [holdings, names] = [await listHoldings(app.db), await namesOfStaff(app.db)]
      for (const audience of audiencesNeeded(app.service)) {
        const key = present.find((each) => each.audience === audience)
        const holders = holdings
          .filter((held) => held.audience === audience && held.generation === key?.generation)
          .map(({ member }) => names.get(member) ?? member)
        const wants = waiting.includes(audience) ? WAITS : wantsOf(key, holders.length)
        if (wants) process.exitCode = 1
        const held = key ? `key ${key.generation}, held by ${holders.join(', ') || 'nobody'}` : 'no key'
        say(`${audience}: ${held}${wants ? `. ${wants}` : ''}`)
      }
    }),
}

/** A demonstration makes its keys at the first start. */
const WAITS = 'It waits under the set-up link: follow it, and take the key.'

function wantsOf(key: { readonly rotationDue: boolean } | undefined, holders: number): string | undefined {
  if (!key) return 'Its first holder has to make one: the service takes no forms for it.'
  if (key.rotationDue) return 'A new key is due, because somebody who held it has left.'
  if (holders === 0) return 'Nobody holds it: rebuild it with the recovery sheet.'
  return holders === 1 ? 'Let a second member in, so that one lost key does not shut the group out.' : undefined
}
