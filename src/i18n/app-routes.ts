import type { AstroIntegration } from 'astro'
import type { Language } from '../domain/language/language.ts'
import { allForms } from '../forms/all-forms.ts'
import { formPaths, type PathName, paths } from './paths.ts'

/** Pages that are not content: each has one entry file, injected at its address in both languages. */
const routes: readonly { readonly name: PathName; readonly entry: string; readonly prerender: boolean }[] = [
  { name: 'developers', entry: 'developers.astro', prerender: true },
  { name: 'track', entry: 'track.astro', prerender: false },
  { name: 'staff', entry: 'staff/inbox.astro', prerender: false },
  { name: 'staff-sign-in', entry: 'staff/sign-in.astro', prerender: false },
  { name: 'staff-second-factor', entry: 'staff/second-factor.astro', prerender: false },
  { name: 'staff-set-up', entry: 'staff/set-up.astro', prerender: false },
  { name: 'staff-people', entry: 'staff/people.astro', prerender: false },
  { name: 'staff-survey-words', entry: 'staff/survey-words.astro', prerender: false },
  { name: 'staff-service', entry: 'staff/service.astro', prerender: false },
  { name: 'staff-access', entry: 'staff/access.astro', prerender: false },
  { name: 'staff-reports', entry: 'staff/reports.astro', prerender: false },
  { name: 'staff-agency-sheets', entry: 'staff/agency-sheets.astro', prerender: false },
]

/** Injects every app page once for each language of the service; the page reads its language from its address. */
export function appRoutes(languages: readonly Language[]): AstroIntegration {
  return {
    name: 'app-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const language of languages) {
          for (const { name, entry, prerender } of routes)
            injectRoute({ pattern: paths[name][language], entrypoint: `./src/routes/${entry}`, prerender })
          injectRoute({
            pattern: `${paths.posters[language]}/[council]`,
            entrypoint: './src/routes/poster.astro',
            prerender: true,
          })
          for (const form of allForms.filter(({ access }) => access === 'public')) {
            const { start, step } = formPaths(form.id, language)
            // Whether the annual survey is open is known only when somebody comes.
            const isTimely = form.survey === 'annual'
            const entry = isTimely ? 'survey-start.astro' : 'form-start.astro'
            injectRoute({ pattern: start, entrypoint: `./src/routes/${entry}`, prerender: !isTimely })
            injectRoute({ pattern: step, entrypoint: './src/routes/form-step.astro', prerender: false })
          }
        }
      },
    },
  }
}
