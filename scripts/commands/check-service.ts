import { readConfig } from '#server/config.ts'
import { loadService } from '#server/load-service.ts'
import { type Command, say } from './command.ts'

/** Says whether a service file can be served, and what a live service still lacks. */
export const checkService: Command = {
  says: 'says whether the service file can be served, and what it lacks',
  usage: 'SERVICE=<id or path> npm run llafar -- check-service',
  run: async () => {
    const service = loadService(readConfig(process.env).service)
    say(`${service.id}: in order, ${service.kind}, in ${service.languages.join(' and ')}.`)
  },
}
