import type { Bilingual, Language } from '#domain/language/language.ts'

/**
 * The address of every page in both languages: the one place they are written. Pages and forms are
 * named, never typed as an address.
 *
 * @source DESIGN 5 "Site"; titles and addresses stay neutral, ANCHORS 5
 */
export const paths = {
  home: { cy: '/cy', en: '/en' },
  'get-an-advocate': { cy: '/cy/cael-eiriolwr', en: '/en/get-an-advocate' },
  'what-an-advocate-does': { cy: '/cy/beth-mae-eiriolwr-yn-ei-wneud', en: '/en/what-an-advocate-does' },
  'who-can-have-one': { cy: '/cy/pwy-sy-n-gallu-cael-eiriolwr', en: '/en/who-can-have-an-advocate' },
  'the-offer': { cy: '/cy/y-cynnig', en: '/en/the-offer' },
  'what-happens-next': { cy: '/cy/beth-sy-n-digwydd-nesaf', en: '/en/what-happens-next' },
  'when-help-ends': { cy: '/cy/pan-ddaw-r-help-i-ben', en: '/en/when-help-ends' },
  rights: { cy: '/cy/dy-hawliau', en: '/en/your-rights' },
  confidentiality: { cy: '/cy/beth-syn-breifat', en: '/en/what-stays-private' },
  'if-we-have-to-tell': { cy: '/cy/os-oes-rhaid-dweud', en: '/en/if-we-have-to-tell' },
  'your-information': { cy: '/cy/dy-wybodaeth', en: '/en/your-information' },
  'your-meetings': { cy: '/cy/dy-gyfarfodydd', en: '/en/your-meetings' },
  'have-your-say': { cy: '/cy/dweud-dy-farn', en: '/en/have-your-say' },
  'everyone-is-welcome': { cy: '/cy/croeso-i-bawb', en: '/en/everyone-is-welcome' },
  'ways-to-communicate': { cy: '/cy/ffyrdd-o-gyfathrebu', en: '/en/ways-to-communicate' },
  'leaving-care': { cy: '/cy/gadael-gofal', en: '/en/leaving-care' },
  'not-happy': { cy: '/cy/ddim-yn-hapus', en: '/en/not-happy' },
  'social-services': { cy: '/cy/gwasanaethau-cymdeithasol', en: '/en/social-services' },
  'about-us': { cy: '/cy/amdanon-ni', en: '/en/about-us' },
  'different-advocate': { cy: '/cy/eiriolwr-gwahanol', en: '/en/different-advocate' },
  'other-help': { cy: '/cy/help-arall', en: '/en/other-help' },
  'your-thoughts': { cy: '/cy/dy-farn', en: '/en/what-you-think' },
  'about-surveys': { cy: '/cy/am-ein-harolygon', en: '/en/about-our-surveys' },
  'take-part': { cy: '/cy/cymryd-rhan', en: '/en/take-part' },
  'you-said-we-did': { cy: '/cy/beth-newidiodd', en: '/en/what-changed' },
  reports: { cy: '/cy/adroddiadau', en: '/en/reports' },
  'for-adults': { cy: '/cy/i-oedolion', en: '/en/for-adults' },
  'when-a-child-cannot-tell': { cy: '/cy/pan-na-all-plentyn-ddweud', en: '/en/when-a-child-cannot-tell-us' },
  'find-your-council': { cy: '/cy/dod-o-hyd-i-gyngor', en: '/en/find-your-council' },
  posters: { cy: '/cy/posteri', en: '/en/posters' },
  'using-this-site': { cy: '/cy/defnyddio-r-wefan', en: '/en/using-this-site' },
  'hard-words': { cy: '/cy/geiriau-anodd', en: '/en/hard-words' },
  'all-pages': { cy: '/cy/pob-tudalen', en: '/en/all-pages' },
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
  'staff-survey-words': { cy: '/cy/staff/geiriau-arolygon', en: '/en/staff/survey-words' },
  'staff-service': { cy: '/cy/staff/gwasanaeth', en: '/en/staff/service' },
  'staff-access': { cy: '/cy/staff/pwy-wnaeth-beth', en: '/en/staff/who-did-what' },
  'staff-reports': { cy: '/cy/staff/adroddiadau', en: '/en/staff/reports' },
  'staff-agency-sheets': { cy: '/cy/staff/themau', en: '/en/staff/themes' },
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
