import { apiScopes } from '#domain/api-scope.ts'
import type { App } from '#server/app.ts'
import { isSameOrigin } from '#server/http/same-origin.ts'
import { tryAgain } from '#server/operations/notices.ts'
import { signOutEverywhere } from '#server/operations/staff/sign-out-everywhere.ts'
import { makeToken, revokeToken } from '#server/operations/tokens/api-tokens.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'

/** What became of a button on the service page. */
export type ServiceAnswer =
  | { readonly done: 'nothing' | 'tried-again' | 'revoked' | 'missing' | 'signed-out' | 'forbidden' }
  | { readonly done: 'token'; readonly token: string }

/** Does what a button of the service page asks for; what is the administrator's, only for one. */
export async function answerService(app: App, staff: Staff, request: Request): Promise<ServiceAnswer> {
  if (request.method !== 'POST') return { done: 'nothing' }
  if (!isSameOrigin(request, app.config.siteUrl)) return { done: 'forbidden' }
  const form = await request.formData()
  const given = (name: string) => String(form.get(name) ?? '')
  if (given('do') === 'sign-out') {
    await signOutEverywhere(app, staff)
    return { done: 'signed-out' }
  }
  if (!staff.roles.includes('administrator')) return { done: 'forbidden' }
  switch (given('do')) {
    case 'try-again':
      await tryAgain(app)
      return { done: 'tried-again' }
    case 'make-token': {
      const scopes = apiScopes.filter((scope) => form.getAll('scope').includes(scope))
      const made = await makeToken(app, staff, { name: given('name').slice(0, 100), scopes })
      return made ? { done: 'token', token: made.token } : { done: 'missing' }
    }
    case 'revoke':
      return { done: (await revokeToken(app, staff, given('token'))) ? 'revoked' : 'nothing' }
    default:
      return { done: 'nothing' }
  }
}
