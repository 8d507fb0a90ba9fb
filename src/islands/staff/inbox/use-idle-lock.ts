import { useEffect } from 'preact/hooks'

/** Without a touch or a key for this long the inbox locks. @source DESIGN 7 */
export const IDLE_MINUTES = 15

/** Calls `lock` after a quarter of an hour without use, and when the page is left. Only while `isOpen`. */
export function useIdleLock(isOpen: boolean, lock: (why: 'idle' | 'left') => void): void {
  useEffect(() => {
    if (!isOpen) return
    // By the clock, not by one long timer: a laptop that slept past the time locks when it wakes.
    let lastUse = Date.now()
    const used = () => {
      if (Date.now() - lastUse > IDLE_MINUTES * 60_000) lock('idle')
      else lastUse = Date.now()
    }
    const look = () => {
      if (Date.now() - lastUse > IDLE_MINUTES * 60_000) lock('idle')
    }
    const left = () => lock('left')
    const timer = setInterval(look, 5_000)
    for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, used, { capture: true })
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', left)
    return () => {
      clearInterval(timer)
      for (const event of ['pointerdown', 'keydown'] as const) removeEventListener(event, used, { capture: true })
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', left)
    }
  }, [isOpen, lock])
}
