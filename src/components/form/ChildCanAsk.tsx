import { SymbolUse } from '#components/form/SymbolUse.tsx'
import type { PictureSet } from '#components/symbol/picture-set.ts'
import type { TellingWords } from '#forms/form-words.ts'
import type { ChildAsks } from '#i18n/form-screen-words.ts'

/**
 * Tells an adult what they can do; where the child can ask, leads to the child's own form, and whoever goes on asks
 * the participation manager.
 *
 * @source LW-8.2, Q8
 */
export function ChildCanAsk({
  words,
  childAsks,
  from,
}: {
  readonly words: TellingWords
  readonly childAsks: ChildAsks | undefined
  readonly from: PictureSet
}) {
  return (
    <>
      <ul class="ideas">
        {words.ideas.map(({ symbol, say }) => (
          <li key={say}>
            <SymbolUse id={symbol} from={from} />
            <p>{say}</p>
          </li>
        ))}
      </ul>
      {childAsks && (
        <>
          <p>
            <a class="go-on" href={childAsks.address}>
              {words.link}
            </a>
          </p>
          <p>
            {childAsks.manager.name}:{' '}
            <a href={`tel:${childAsks.manager.phone.replaceAll(' ', '')}`}>
              {childAsks.manager.phone.replaceAll(' ', '\u00a0')}
            </a>
          </p>
        </>
      )}
    </>
  )
}
