import { useCallback, useEffect, useState } from 'preact/hooks'

/** What the inbox shows. Back and Forward move between views; the address says nothing of them. */
export type View =
  | { readonly at: 'list' }
  | { readonly at: 'council' }
  | { readonly at: 'referral'; readonly id: string }
  | { readonly at: 'act'; readonly id: string; readonly act: string; readonly settles?: string | undefined }
  | { readonly at: 'new'; readonly form: string; readonly fromOffer?: boolean }

/** The view that is shown, and a way to go to another: a history entry each. */
export function useView(): readonly [View, (next: View) => void] {
  const [view, setView] = useState<View>({ at: 'list' })
  useEffect(() => {
    const onBack = (event: PopStateEvent) => setView((event.state as View | null) ?? { at: 'list' })
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])
  const goTo = useCallback((next: View) => {
    history.pushState(next, '')
    setView(next)
    scrollTo(0, 0)
  }, [])
  return [view, goTo]
}
