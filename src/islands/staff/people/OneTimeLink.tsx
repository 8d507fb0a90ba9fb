import { useEffect, useState } from 'preact/hooks'
import { ask, type NotDone } from '../ask.ts'
import type { KeyPage } from '../keys/key-page.ts'
import { StepHeading, WentWrong } from '../parts.tsx'

type Props = {
  readonly page: KeyPage
  readonly title: string
  /** What makes the link, and for whom. */
  readonly path: string
  readonly body: object
}

/** Makes a one-time link and shows it, this once. */
export function OneTimeLink({ page: { words, language }, title, path, body }: Props) {
  const [link, setLink] = useState<string>()
  const [isCopied, setCopied] = useState(false)
  const [problem, setProblem] = useState<NotDone>()
  // One link for one showing: what it is for does not change while it is shown.
  useEffect(() => {
    ask<{ link: string }>(path, language, { ...body, language }).then((answer) =>
      answer.ok ? setLink(answer.value.link) : setProblem(answer),
    )
  }, [])

  const copy = async () => {
    await navigator.clipboard.writeText(link ?? '')
    setCopied(true)
  }

  return (
    <section class="panel">
      <StepHeading>{title}</StepHeading>
      <WentWrong problem={problem} words={words} />
      {link && (
        <>
          <p>{words.people.linkSay}</p>
          <p class="secret-key">{link}</p>
          <div class="actions">
            <button class="button" type="button" onClick={copy}>
              {isCopied ? words.copied : words.copy}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
