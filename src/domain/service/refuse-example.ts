import type { Service } from '#domain/service/service.ts'

/**
 * Hands on what a service publishes, unless it is an example and the service is live.
 *
 * @param name - The file, for the message.
 * @throws when a live service would publish an example: nothing invented is told as true.
 * @source H11
 */
export function refuseExample<Published extends { readonly example: boolean }>(
  { kind }: Pick<Service, 'kind'>,
  name: string,
  published: Published,
): Published {
  if (published.example && kind === 'live')
    throw new Error(`${name} is an example, which a live service may not publish: take it away`)
  return published
}
