import { LOOK_KEY, type LookMatter, readLook, writeLook } from '#domain/look.ts'

/** Lets a reader choose how pages look: each choice is put on at once and kept for this visit only. */
const choices = document.querySelector<HTMLElement>('[data-looks]')
if (choices) {
  choices.hidden = false
  mark(choices)
  choices.addEventListener('change', () => {
    const chosen = [...choices.querySelectorAll<HTMLInputElement>(':checked')]
    put(writeLook(Object.fromEntries(chosen.map(({ name, value }) => [name, value]))))
  })
  choices.querySelector('button')?.addEventListener('click', () => {
    put('')
    mark(choices)
  })
  // Fields are emptied when a page is left; a page that was kept whole comes back with nothing marked.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

/** Marks what is on now. */
function mark(choices: HTMLElement): void {
  const on = readLook(document.documentElement.dataset.look)
  for (const field of choices.querySelectorAll('input')) field.checked = field.value === on[field.name as LookMatter]
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
