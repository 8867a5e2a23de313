import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Gives the focus back once the calling component is gone, unless the focus has gone elsewhere meanwhile. Whatever opens
 * over the page (dialog, menu, panel) calls it, and is mounted only while it is open.
 *
 * @param origin where the focus goes back to; by default the element that had it before
 * @returns gives the focus back at once
 */
export function useFocusReturn(origin?: HTMLElement): () => void {
  const [before] = useState(() => document.activeElement)
  const newest = useRef<Element | null>(null)
  useEffect(() => {
    newest.current = origin ?? before
  }, [origin, before])
  const giveBack = useCallback(() => {
    if (newest.current instanceof HTMLElement) {
      newest.current.focus({ preventScroll: true })
    }
  }, [])
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) {
          giveBack()
        }
      })
    },
    [giveBack],
  )
  return giveBack
}
