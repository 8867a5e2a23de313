import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Gives the focus back once the calling component is gone, unless the focus has gone elsewhere meanwhile. Whatever opens
 * over the page (dialog, menu, panel) calls it, and is mounted only while it is open.
 *
 * @param origin where the focus goes back to; by default the element that had it before
 * @returns gives the focus back at once
 */
export function useFocusReturn(origin?: HTMLElement): () => void {
  const [before] = useState(() => placesOf(document.activeElement))
  const places = useRef<HTMLElement[]>([])
  useEffect(() => {
    places.current = origin === undefined ? before : placesOf(origin)
  }, [origin, before])
  const giveBack = useCallback(() => {
    places.current.find((place) => place.isConnected)?.focus({ preventScroll: true })
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

/** An element, and the cell around it: the editor of a cell may be gone by the time the focus comes back. */
function placesOf(element: Element | null): HTMLElement[] {
  const cell = element?.parentElement?.closest('[role="gridcell"][tabindex]')
  return [element, cell].filter((place) => place instanceof HTMLElement)
}
