import type { Language } from '#domain/language/language.ts'

type Props = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  /** Words by value, in order. */
  readonly choices: Readonly<Record<string, string>>
  /** The language of the choices' words, where it is not the page's. */
  readonly choicesIn?: Language
  readonly onChoose?: (value: string) => void
}

/** One question with a few choices. */
export function Choose({ name, legend, hint, choices, choicesIn, onChoose }: Props) {
  return (
    <fieldset class="question" aria-describedby={hint ? `hint-${name}` : undefined}>
      <legend class="question-label">{legend}</legend>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      <ul class="tiles">
        {Object.entries(choices).map(([value, words]) => (
          <li key={value}>
            <label class="tile">
              <input type="radio" name={name} value={value} onChange={() => onChoose?.(value)} />
              <span class="tile-words" lang={choicesIn}>
                {words}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
