import { type Agent, request } from 'node:http'
import { loadService } from '#server/load-service.ts'

/** A form whose answers are sealed, and one that has none to seal. */
export const SEALED = 'self-referral'
export const UNSEALED = 'annual-survey'

const { confidentiality } = loadService('cymru-demo')

/** Sends a form as a browser does. @throws when it is not acknowledged. */
export function sendForm(url: string, form: string, agent: Agent): Promise<void> {
  const body = JSON.stringify(
    form === SEALED
      ? {
          language: 'cy',
          answers: { name: 'Siân', contactMethods: ['text'], phone: '07700 900456' },
          confidentiality: {
            version: confidentiality.version,
            language: 'cy',
            format: 'symbols',
            answer: 'understood',
          },
        }
      : { language: 'cy', answers: { unfair: 'no' } },
  )
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': crypto.randomUUID(),
  }
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/forms/${form}`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`a send was answered with ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
