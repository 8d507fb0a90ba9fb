import { lackingIn, stopsLive } from '#domain/service/lacking.ts'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import { readConfig } from '#server/config.ts'
import { readService } from '#server/load-service.ts'
import { sayLack } from '#server/say-lack.ts'
import { type Command, say } from './command.ts'

/** Says whether a service file can be served, and what a live service still lacks. */
export const checkService: Command = {
  says: 'says whether the service file can be served, and what it lacks before it may be live',
  usage: 'SERVICE=<id or path> npm run llafar -- check-service',
  run: async () => {
    const service = readService(readConfig(process.env).service)
    const lacks = lackingIn(service, londonDay(toInstant(new Date())))
    const stopping = lacks.filter(stopsLive)
    say(`${service.id}: in order, ${service.kind}, in ${service.languages.join(' and ')}.`)
    if (lacks.length > 0)
      say(
        service.kind === 'live'
          ? 'It cannot be served until this is done:'
          : 'Before a service made from it may be live, this has to be done:',
      )
    for (const lack of lacks) say(`  ${sayLack(lack)}`)
    if (service.kind === 'live' && stopping.length > 0) process.exitCode = 1
  },
}
