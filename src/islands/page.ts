import './quick-exit.ts'
import { LOOK_KEY } from '#domain/look.ts'

/** A page that the browser kept whole may be older than the look that was chosen after it. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) document.documentElement.dataset.look = sessionStorage.getItem(LOOK_KEY) ?? ''
})

/** Reading aloud is fetched when it is first asked for, and begins by itself then. */
const listen = document.querySelector<HTMLElement>('[data-listen]')
if (listen && 'speechSynthesis' in window) {
  listen.hidden = false
  listen.addEventListener('click', () => import(/* @vite-ignore */ listen.dataset.listen ?? ''), { once: true })
}
