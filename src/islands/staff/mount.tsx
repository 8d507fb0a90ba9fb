import { type ComponentType, render } from 'preact'

/** The ids that `StaffIsland.astro` gives to the place and to what the page hands over. */
const PLACE = 'staff-island'
const HANDED_OVER = 'staff-island-props'

/** Draws an island in the place its page has left for it, with what the page hands over. */
export function mount<Props extends object>(Island: ComponentType<Props>): void {
  const place = document.getElementById(PLACE)
  const handedOver = document.getElementById(HANDED_OVER)?.textContent
  if (!place || !handedOver) throw new Error('the page has left no place for its island')
  render(<Island {...(JSON.parse(handedOver) as Props)} />, place)
}
