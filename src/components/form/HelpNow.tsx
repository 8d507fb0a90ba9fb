import type { HelpNowWords } from '#i18n/form-screen-words.ts'

/**
 * Whom to ring now, where an answer says that somebody may not be safe, and the forms in which they can say
 * who they are. Those open beside this one: the answers here stay, and nothing joins the two.
 *
 * @source Q36
 */
export function HelpNow({ helplines, title, says, beside, forms }: HelpNowWords) {
  return (
    <>
      <ul class="help-page">
        {helplines.map(({ name, says, phone }) => (
          <li key={name} class="notice-help">
            <p>{says}</p>
            <a class="button" href={`tel:${phone.replaceAll(' ', '')}`}>
              <span>
                {name}: <span class="unbroken">{phone}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <section class="help-page">
        <h2>{title}</h2>
        <p>{says}</p>
        {forms.map(({ say, address }) => (
          <a key={address} class="button" href={address} target="_blank" rel="noopener noreferrer">
            {say}
          </a>
        ))}
        <p class="hint">{beside}</p>
      </section>
    </>
  )
}
