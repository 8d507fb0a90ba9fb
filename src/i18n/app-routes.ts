import type { AstroIntegration } from 'astro'
import type { Language } from '../domain/language/language.ts'
import { type PathName, paths } from './paths.ts'

/** Pages that are not content: each has one entry file, injected at its address in both languages. */
const routes: readonly { readonly name: PathName; readonly entry: string; readonly prerender: boolean }[] = [
  { name: 'self-referral', entry: 'form-start.astro', prerender: true },
  { name: 'self-referral-step', entry: 'form-step.astro', prerender: false },
  { name: 'track', entry: 'track.astro', prerender: false },
  { name: 'staff', entry: 'staff/inbox.astro', prerender: false },
  { name: 'staff-sign-in', entry: 'staff/sign-in.astro', prerender: false },
  { name: 'staff-second-factor', entry: 'staff/second-factor.astro', prerender: false },
  { name: 'staff-set-up', entry: 'staff/set-up.astro', prerender: false },
  { name: 'staff-people', entry: 'staff/people.astro', prerender: false },
  { name: 'staff-reports', entry: 'staff/reports.astro', prerender: false },
]

/** Injects every app page once for each language of the service; the page reads its language from its address. */
export function appRoutes(languages: readonly Language[]): AstroIntegration {
  return {
    name: 'app-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const { name, entry, prerender } of routes)
          for (const language of languages)
            injectRoute({ pattern: paths[name][language], entrypoint: `./src/routes/${entry}`, prerender })
      },
    },
  }
}
