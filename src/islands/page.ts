import './quick-exit.ts'
import { LOOK_KEY } from '#domain/look.ts'
import { offerListening } from '#islands/listen.ts'

/** A page that the browser kept whole may be older than the look that was chosen after it. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) document.documentElement.dataset.look = sessionStorage.getItem(LOOK_KEY) ?? ''
})

offerListening()
