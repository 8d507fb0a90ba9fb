import { LOOK_KEY, type LookMatter, lookMatters, readLook, writeLook } from '#domain/look.ts'

/** Lets a reader choose how pages look: each choice is put on at once and kept for this visit only. */
const form = document.querySelector<HTMLFormElement>('form[data-looks]')
if (form) {
  form.hidden = false
  show(form)
  form.addEventListener('change', () => {
    const given = new FormData(form)
    put(writeLook(Object.fromEntries(lookMatters.map((matter) => [matter, String(given.get(matter))]))))
  })
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    put('')
    show(form)
  })
  // Fields are emptied when a page is left; a page that was kept whole comes back with nothing marked.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

/** Marks what is on now. */
function show(form: HTMLFormElement): void {
  const chosen = readLook(document.documentElement.dataset.look)
  for (const field of form.querySelectorAll('input')) field.checked = field.value === chosen[field.name as LookMatter]
}

function put(look: string): void {
  document.documentElement.dataset.look = look
  try {
    if (look) sessionStorage.setItem(LOOK_KEY, look)
    else sessionStorage.removeItem(LOOK_KEY)
  } catch {
    // This browser keeps nothing: the look holds for this page.
  }
}
