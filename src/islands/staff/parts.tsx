import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { StaffWords } from '#i18n/staff-words.ts'
import type { NotDone } from './ask.ts'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly type?: 'text' | 'email' | 'password'
  readonly autocomplete?: string
  readonly short?: boolean
}

/** A labelled line to type in. Its value is read from the form when it is sent. */
export function Field({ id, label, hint, type = 'text', autocomplete = 'off', short = false }: FieldProps) {
  const common = {
    class: short ? 'text short' : 'text',
    id,
    name: id,
    autoComplete: autocomplete,
    spellcheck: false as const,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    required: true as const,
  }
  return (
    <div class="question">
      <label class="question-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {type === 'email' ? (
        <input type="email" {...common} />
      ) : type === 'password' ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" {...common} />
      )}
    </div>
  )
}

type SendingProps = {
  readonly submit: string
  readonly busy?: boolean
  readonly onSend: (given: (name: string) => string) => void
  readonly children: ComponentChildren
}

/** A form that is handled in the browser; it is never posted. */
export function Sending({ submit, busy = false, onSend, children }: SendingProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const values = new FormData(event.currentTarget)
        if (!busy) onSend((name) => String(values.get(name) ?? ''))
      }}
    >
      {children}
      <div class="actions">
        <button class="go-on" type="submit" aria-disabled={busy}>
          {submit}
        </button>
      </div>
    </form>
  )
}

/** Says what went wrong, and is read out when it comes. */
export function WentWrong({ problem, words }: { readonly problem: NotDone | undefined; readonly words: StaffWords }) {
  if (!problem) return null
  return (
    <div class="error-summary" role="alert">
      <h2>{problem.title || words.somethingWrong}</h2>
      <p>{problem.detail || words.noAnswer}</p>
    </div>
  )
}

/**
 * A heading that takes the focus when a new step begins, so that it is read out first. It takes it as it comes:
 * a moment later, it would take it out of a field in which somebody types already.
 */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <h2 tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}

/** A sheet to print, and the button that prints it. */
export function Sheet({ words, children }: { readonly words: StaffWords; readonly children: ComponentChildren }) {
  return (
    <>
      <section class="sheet">{children}</section>
      <div class="actions no-print">
        <button class="button" type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </>
  )
}

/** A problem found in the browser itself, in the same shape as the server's. */
export function ownProblem(detail: string): NotDone {
  return { ok: false, type: 'own', title: '', detail }
}
