import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '#domain/language/language.ts'
import { appRoutes } from '#i18n/app-routes.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** `GET /api/staff/inbox`, for every method that a file under `src/pages/api` answers, from the files themselves. */
export function apiRoutes(): readonly string[] {
  const folder = 'src/pages/api'
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('[...rest]'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const path = `/api/${name}`.replace(/(\/index)?\.ts$/, '')
      return METHODS.filter((method) => new RegExp(`export (const|function) ${method}\\b`).test(text)).map(
        (method) => `${method} ${path}`,
      )
    })
    .sort()
}

/** The address of every page that the integration injects, and the file that answers it, as the build gets them. */
export function injectedRoutes(): readonly { readonly path: string; readonly entry: string }[] {
  const routes: { path: string; entry: string }[] = []
  const injectRoute = ({ pattern, entrypoint }: { pattern: string; entrypoint: string | URL }) =>
    routes.push({ path: pattern, entry: String(entrypoint) })
  const setUp = appRoutes(languages).hooks['astro:config:setup']
  // The integration asks for nothing else of what Astro hands it.
  setUp?.({ injectRoute } as unknown as Parameters<NonNullable<typeof setUp>>[0])
  return routes
}
