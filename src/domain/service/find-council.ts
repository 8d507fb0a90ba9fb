import type { Service } from './service.ts'

type Authority = Service['authorities'][number]

/** A council, and the area that it is counted with. */
export type FoundCouncil = { readonly council: Authority['councils'][number]; readonly authority: Authority }

/** Every council that the service works for, in the order of its file. */
export function listCouncils({ authorities }: Pick<Service, 'authorities'>): readonly FoundCouncil[] {
  return authorities.flatMap((authority) => authority.councils.map((council) => ({ council, authority })))
}

/** @returns undefined when the service does not work for a council of this id. */
export function findCouncil(service: Pick<Service, 'authorities'>, id: string): FoundCouncil | undefined {
  return listCouncils(service).find(({ council }) => council.id === id)
}
