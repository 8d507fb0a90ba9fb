import type { Bilingual, Language } from '#domain/language/language.ts'

/**
 * The address of every page in both languages: the one place they are written. Pages and forms are
 * named, never typed as an address.
 *
 * @source DESIGN 5 "Site"; titles and addresses stay neutral, ANCHORS 5
 */
export const paths = {
  home: { cy: '/cy', en: '/en' },
  confidentiality: { cy: '/cy/beth-syn-breifat', en: '/en/what-stays-private' },
  'self-referral': { cy: '/cy/gofyn-am-eiriolwr', en: '/en/ask-for-an-advocate' },
  'supported-referral': { cy: '/cy/gofyn-dros-rywun', en: '/en/ask-for-someone' },
  'advocate-change': { cy: '/cy/newid-eiriolwr', en: '/en/change-advocate' },
  feedback: { cy: '/cy/dweud-wrthon-ni', en: '/en/tell-us' },
  'join-in': { cy: '/cy/ymuno', en: '/en/join-in' },
  'closure-survey': { cy: '/cy/arolwg', en: '/en/survey' },
  'annual-survey': { cy: '/cy/arolwg-y-flwyddyn', en: '/en/yearly-survey' },
  'help-now': { cy: '/cy/help-nawr', en: '/en/help-now' },
  contact: { cy: '/cy/cysylltu', en: '/en/contact' },
  track: { cy: '/cy/fy-nghais', en: '/en/my-request' },
  'about-site': { cy: '/cy/am-y-wefan', en: '/en/about-this-site' },
  developers: { cy: '/cy/i-ddatblygwyr', en: '/en/for-developers' },
  exit: { cy: '/cy/gadael', en: '/en/leave' },
  staff: { cy: '/cy/staff', en: '/en/staff' },
  'staff-sign-in': { cy: '/cy/staff/mewngofnodi', en: '/en/staff/sign-in' },
  'staff-second-factor': { cy: '/cy/staff/ail-gam', en: '/en/staff/second-step' },
  'staff-set-up': { cy: '/cy/staff/gosod', en: '/en/staff/set-up' },
  'staff-people': { cy: '/cy/staff/pobl', en: '/en/staff/people' },
  'staff-reports': { cy: '/cy/staff/adroddiadau', en: '/en/staff/reports' },
} as const satisfies Record<string, Bilingual>

/** The name of a page that has an address. */
export type PathName = keyof typeof paths

/** The address of a page in a language. */
export function pathTo(name: PathName, language: Language): string {
  return paths[name][language]
}

/** The last part of the address that answers a form's steps. */
const STEP: Bilingual = { cy: 'cam', en: 'step' }

/** The address of a form's first page, and of the page that answers its steps. */
export function formPaths(form: string, language: Language): { readonly start: string; readonly step: string } {
  if (!isPathName(form)) throw new Error(`form ${form} has no address in src/i18n/paths.ts`)
  const start = paths[form][language]
  return { start, step: `${start}/${STEP[language]}` }
}

/** Tells whether a page of this name has an address. */
export function isPathName(name: string): name is PathName {
  return Object.hasOwn(paths, name)
}

/** The form that has its first page, or its steps, at this address. @throws when there is none. */
export function formAtPath(pathname: string): { readonly form: PathName; readonly language: Language } {
  for (const [name, { cy, en }] of Object.entries(paths)) {
    if (pathname === cy || pathname === `${cy}/${STEP.cy}`) return { form: name as PathName, language: 'cy' }
    if (pathname === en || pathname === `${en}/${STEP.en}`) return { form: name as PathName, language: 'en' }
  }
  throw new Error(`no form is at ${pathname}`)
}

/** The language of an address: its first part. */
export function languageOfPath(pathname: string): Language {
  return pathname.split('/')[1] === 'en' ? 'en' : 'cy'
}
