/** Reading aloud is fetched when it is first asked for, and begins by itself then. */
export function offerListening(): void {
  const listen = document.querySelector<HTMLElement>('[data-listen]')
  if (!listen || !('speechSynthesis' in window)) return
  listen.hidden = false
  listen.addEventListener('click', () => import(/* @vite-ignore */ listen.dataset.listen ?? ''), { once: true })
}
