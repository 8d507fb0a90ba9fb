/**
 * Leaves at once: tells the form to forget, blanks the page, and puts another site in its place in
 * the history. Without this script the link goes to our own way out, which clears what it can.
 *
 * @source DESIGN 11; ANCHORS 5 "History"
 */
addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target : undefined
  const address = pressed?.closest<HTMLElement>('a[data-exit]')?.dataset.exit
  if (!address) return
  event.preventDefault()
  dispatchEvent(new Event('llafar:leave'))
  document.title = '\u200b'
  document.body.textContent = ''
  location.replace(address)
  try {
    // Nothing of the visit stays: the choice of how pages look is all there is.
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
})

/** Answers are gone when the page is; hidden fields carry earlier ones. */
addEventListener('pagehide', () => {
  for (const field of document.querySelectorAll<HTMLInputElement>('input,textarea,select')) {
    field.checked = false
    field.value = ''
  }
})

/** A form brought back whole from the history starts clean: asked for anew, never sent again. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('.journey, #journey-root')) location.replace(location.pathname)
})
