import { z } from 'zod'
import { actForAnyone } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'

export const prerender = false

const body = z.union([
  z.strictObject({
    token: z.string().max(100),
    name: z.string().trim().min(1).max(100),
    email: z.email().max(200),
    password: z.string().max(200),
  }),
  // A renewal: the member is there already.
  z.strictObject({ token: z.string().max(100), password: z.string().max(200) }),
])

const problems = {
  unknown: 'link-unknown',
  used: 'link-used',
  expired: 'link-expired',
  'email-taken': 'email-taken',
  'password-length': 'password-length',
  'password-easy': 'password-easy',
  'not-named': 'not-understood',
} as const

/** Follows a one-time link: a new member, or a member's password anew. Gives the address to sign in with. */
export const POST = actForAnyone(body, async ({ app, body, language }) => {
  const { token, ...member } = body
  const accepted = await app.signIn.createFromInvitation(token, { name: '', email: '', ...member })
  if (accepted.ok) return { email: accepted.email }
  return staffProblem(problems[accepted.why], language)
})
