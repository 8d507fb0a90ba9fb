import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import { inLanguage } from './built-service.ts'
import { counted } from './counted.ts'
import { sayKept } from './kept-for.ts'
import { readingWords } from './reading-words.ts'
import { shellWords } from './shell-words.ts'

/** A stretch of a sentence: plain, or strong where it stood between `**`. */
export type Stretch = { readonly words: string; readonly strong: boolean }

/**
 * Every fact a content page may name as `{service.…}`. They come from the service file, never from
 * the page (H11).
 */
export const serviceFacts = {
  name: (service, language) => inLanguage(service.name, language),
  about: (service, language) => inLanguage(service.about, language),
  paidBy: (service, language) => inLanguage(service.paidBy, language),
  advocatesAre: (service, language) => inLanguage(service.advocatesAre, language),
  registration: (service, language) => inLanguage(service.registration, language),
  law: (service, language) => inLanguage(service.law, language),
  phone: (service) => service.contact.phone.replaceAll(' ', '\u00a0'),
  email: (service) => service.contact.email,
  hours: (service, language) => inLanguage(service.openingHours.words, language),
  lookedAtBy: (service, language) =>
    counted(shellWords(language), 'lookedAtBy', service.screeningWorkingDays, language),
  messagesAnswered: (service, language) =>
    counted(readingWords(language), 'messagesAnswered', service.messageReplyWorkingDays, language),
  firstContactHours: (service) => String(service.firstContactHours),
  oldestAge: (service) => String(service.oldestAge),
  personalAdviser: ({ leavingCare }, language) => inLanguage(leavingCare.says, language),
  parentsMayObject: ({ parentalObjection }, language) => inLanguage(parentalObjection?.child ?? {}, language),
  parentsMayObjectForAdults: ({ parentalObjection }, language) => inLanguage(parentalObjection?.adult ?? {}, language),
  informationController: ({ dataProtection }, language) => inLanguage(dataProtection.controller, language),
  informationEmail: ({ dataProtection }) => dataProtection.email,
  advocateChangeReplyHours: (service) => String(service.advocateChangeReplyHours),
  complaintAcknowledged: ({ complaintsAboutUs }, language) =>
    counted(readingWords(language), 'acknowledgedBy', complaintsAboutUs.acknowledgeWorkingDays, language),
  complaintAnswered: ({ complaintsAboutUs }, language) =>
    counted(readingWords(language), 'answeredBy', complaintsAboutUs.answerWorkingDays, language),
  complaintKept: ({ retentionMonths }, language) => sayKept('feedback', retentionMonths.feedback, language),
  participationSupport: (service, language) => inLanguage(service.participationSupport, language),
  confidentialityVersion: (service) => service.confidentiality.version,
} satisfies Record<string, (service: Service, language: Language) => string>

/** Puts the service's facts where a sentence names them. */
export function fill(sentence: string, service: Service, language: Language): string {
  return sentence.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const fact = Object.entries(serviceFacts).find(([key]) => `service.${key}` === name)?.[1]
    if (!fact) throw new Error(`no such fact of a service: {${name}}`)
    return fact(service, language)
  })
}

/** Puts named values where words of the shell name them: `Ring {phone}`. */
export function fillNamed(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Parts a sentence at its `**`. */
export function toStretches(sentence: string): readonly Stretch[] {
  return sentence
    .split('**')
    .map((words, index) => ({ words, strong: index % 2 === 1 }))
    .filter(({ words }) => words !== '')
}

/** Parts words into sentences: each stands on a line of its own. */
export function toSentences(words: string): readonly string[] {
  return words.split(/(?<=[.?!]) +/)
}
