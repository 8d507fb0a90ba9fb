import { useEffect, useState } from 'preact/hooks'
import type { Role } from '#domain/roles.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { KeySetUp } from '../keys/KeySetUp.tsx'
import type { KeyPage } from '../keys/key-page.ts'
import { Field, Sending, StepHeading, WentWrong } from '../parts.tsx'
import { SetSecondFactor } from './SetSecondFactor.tsx'

type Link = { readonly kind: 'set-up' | 'invitation' | 'renewal'; readonly roles: readonly Role[] }

type Step =
  | { readonly at: 'reading' }
  | { readonly at: 'no-link'; readonly problem: NotDone | undefined }
  | { readonly at: 'account'; readonly link: Link }
  | { readonly at: 'second-factor'; readonly password: string }
  | { readonly at: 'key' }

type Props = {
  readonly page: KeyPage
  /** Whether a member is signed in with both steps already. */
  readonly isSignedIn: boolean
  readonly toSignIn: string
  readonly toInbox: string
  readonly fewest: number
}

/** Follows a one-time link: who you are, the second step, and a key. */
export default function SetUp({ page, isSignedIn, toSignIn, toInbox, fewest }: Props) {
  const { words, language } = page
  const [token, setToken] = useState<string>()
  const [staffName, setStaffName] = useState(page.staffName)
  const [step, setStep] = useState<Step>({ at: 'reading' })

  useEffect(() => {
    const read = (found: string | undefined) => {
      setToken(found)
      firstStep(found, isSignedIn, language).then(setStep)
    }
    read(takeToken())
    // A link that is opened where this page already is changes nothing of the address but what stands after the #.
    const readAgain = () => {
      const found = takeToken()
      if (found) read(found)
    }
    addEventListener('hashchange', readAgain)
    return () => removeEventListener('hashchange', readAgain)
  }, [isSignedIn, language])

  switch (step.at) {
    case 'reading':
      return <p role="status">{words.working}</p>
    case 'no-link':
      return (
        <section class="panel">
          {step.problem ? <WentWrong problem={step.problem} words={words} /> : <p>{words.setUp.noLink}</p>}
          <p>{words.setUp.usedLink}</p>
          <div class="actions">
            <a class="go-on" href={toSignIn}>
              {words.setUp.toSignIn}
            </a>
          </div>
        </section>
      )
    case 'account':
      return (
        <Account
          page={page}
          link={step.link}
          token={token ?? ''}
          fewest={fewest}
          onDone={(password, name) => {
            setStaffName(name)
            setStep({ at: 'second-factor', password })
          }}
        />
      )
    case 'second-factor':
      return <SetSecondFactor page={page} password={step.password} onDone={() => setStep({ at: 'key' })} />
    default:
      return <KeySetUp page={{ ...page, staffName }} token={token} toInbox={toInbox} />
  }
}

/** What a link ends in; `#main`, which the link past the header leads to, is none. */
const A_TOKEN = /^#([\w-]{20,})$/

/** Takes the token out of the address, so that it stays in no history and no screenshot. */
function takeToken(): string | undefined {
  const token = A_TOKEN.exec(location.hash)?.[1]
  if (token) history.replaceState(null, '', location.pathname)
  return token
}

async function firstStep(token: string | undefined, isSignedIn: boolean, language: KeyPage['language']): Promise<Step> {
  if (isSignedIn) return { at: 'key' }
  if (!token) return { at: 'no-link', problem: undefined }
  const answer = await ask<Link>('staff/link', language, { token })
  return answer.ok ? { at: 'account', link: answer.value } : { at: 'no-link', problem: answer }
}

type AccountProps = {
  readonly page: KeyPage
  readonly link: Link
  readonly token: string
  readonly fewest: number
  readonly onDone: (password: string, name: string) => void
}

function Account({ page, link, token, fewest, onDone }: AccountProps) {
  const { words, language } = page
  const [problem, setProblem] = useState<NotDone>()
  const [isBusy, setBusy] = useState(false)
  const isRenewal = link.kind === 'renewal'

  const create = async (given: (name: string) => string) => {
    setBusy(true)
    const [name, email, password] = [given('name'), given('email'), given('password')]
    const member = isRenewal ? { token, password } : { token, name, email, password }
    const accepted = await ask<{ email: string }>('staff/accept', language, member)
    const signedIn = accepted.ok
      ? await ask('auth/password', language, { email: accepted.value.email, password })
      : accepted
    if (signedIn.ok) onDone(password, name)
    else setProblem(signedIn)
    setBusy(false)
  }

  return (
    <section class="panel">
      <StepHeading>{words.setUp.account}</StepHeading>
      <p>{isRenewal ? words.setUp.renewalSay : putIn(words.setUp.accountSay, { roles: namesOf(link.roles, page) })}</p>
      <WentWrong problem={problem} words={words} />
      <Sending submit={words.setUp.create} busy={isBusy} onSend={create}>
        {!isRenewal && (
          <>
            <Field id="name" label={words.setUp.name} autocomplete="name" />
            <Field id="email" label={words.setUp.email} type="email" autocomplete="username" />
          </>
        )}
        <Field
          id="password"
          label={putIn(words.setUp.password, { fewest })}
          hint={words.setUp.passwordHint}
          type="password"
          autocomplete="new-password"
        />
      </Sending>
    </section>
  )
}

function namesOf(roles: readonly Role[], { words }: KeyPage): string {
  return roles.map((role) => words.roles[role]).join(', ')
}
