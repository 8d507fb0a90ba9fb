import { Said } from '#components/form/Said.tsx'
import { SymbolUse } from '#components/form/SymbolUse.tsx'
import type { PictureSet } from '#components/symbol/picture-set.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { ConfidentialitySummary } from '#i18n/confidentiality-summary.ts'

/** What stays private, before anything is asked. @source H1, H2 */
export function ConfidentialityScreen({
  words,
  formWords,
  from,
}: {
  readonly words: ConfidentialitySummary
  readonly formWords: FormWords
  readonly from: PictureSet
}) {
  return (
    <>
      <p class="step-count">{formWords.title}</p>
      <h1 tabIndex={-1}>{words.title}</h1>
      {formWords.intro && <p class="hint">{formWords.intro}</p>}
      <ul class="ideas">
        {words.ideas.map(({ symbol, say }) => (
          <li key={say}>
            <SymbolUse id={symbol} from={from} />
            <p>
              <Said text={say} />
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">{words.either}</p>
      <div class="actions">
        <button type="submit" name="do" value="understood" class="go-on">
          {words.understood}
        </button>
        <button type="submit" name="do" value="explain" class="skip">
          {words.explain}
        </button>
      </div>
    </>
  )
}
