import type { DrawnWord } from '#components/symbol/drawn-words.ts'
import type { Language } from '#domain/language/language.ts'

/** A code to read out or hand over: six pictures with their words, in the language of the person it is for. */
export function CodeWords({ words, language }: { readonly words: readonly DrawnWord[]; readonly language: Language }) {
  return (
    <ol class="code-words" lang={language}>
      {words.map((word, index) => (
        // The same word may come twice: its place is what it is.
        <li key={index}>
          {/* Our own drawing, from our own file. */}
          <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: word.picture }} />
          <span>{word[language]}</span>
        </li>
      ))}
    </ol>
  )
}
