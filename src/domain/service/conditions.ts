import type { Service } from './service.ts'

/**
 * What is so of some services only, by name: a content page says `when: council-sees-names`, a form asks
 * `onlyIf: 'offer-notices'`. Both are written once for every service; what differs is a fact of its file.
 *
 * @source DESIGN 10; Q8, Q9
 */
export const serviceConditions = {
  'council-sees-names': ({ councilSeesNames }) => councilSeesNames !== false,
  'names-stay-with-us': ({ councilSeesNames }) => councilSeesNames === false,
  'two-languages': ({ languages }) => languages.length === 2,
  'adults-may-ask': ({ professionalsToParticipationManager }) => !professionalsToParticipationManager,
  'carers-help-child-ask': ({ carersHelpSelfRefer }) => carersHelpSelfRefer,
  'speaks-welsh': ({ languages }) => languages.includes('cy'),
  'participation-manager': ({ professionalsToParticipationManager }) => professionalsToParticipationManager,
  'offer-notices': ({ activeOffer }) => activeOffer.notices,
  'parents-may-object': ({ parentalObjection }) => parentalObjection !== undefined,
  wales: ({ holidayRegion }) => holidayRegion === 'wales',
  england: ({ holidayRegion }) => holidayRegion === 'england',
} as const satisfies Record<string, (service: Service) => boolean>

/** The name of something that is true of some services. */
export type ServiceCondition = keyof typeof serviceConditions

/** Tells whether a condition of this name exists. */
export function isServiceCondition(name: unknown): name is ServiceCondition {
  return typeof name === 'string' && Object.hasOwn(serviceConditions, name)
}

/** Tells whether something said under a condition, or under none, is said by this service. */
export function isSaidBy(service: Service, condition: ServiceCondition | undefined): boolean {
  return condition === undefined || serviceConditions[condition](service)
}
