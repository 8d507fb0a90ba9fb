import type { Lack } from '#domain/service/lacking.ts'

/** What has to be done about a lack of the service file, in a sentence for whoever runs the service. */
export function sayLack(lack: Lack): string {
  switch (lack.kind) {
    case 'to-confirm':
      return `${lack.fact}: ask whoever knows whether this is right, put it right, and take its name off toConfirm.`
    case 'sample':
      return `${lack.at}: ${lack.value} is kept for examples. Give the real one.`
    case 'old':
      return `${lack.at}: nobody has looked at this since ${lack.checkedOn}. See whether it is still right, and give today's date.`
  }
}
