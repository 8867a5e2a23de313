import { useEffect, useState } from 'react'

/** Once a dialog is gone, the focus goes back to where it was before, unless it has gone elsewhere. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement as HTMLElement | null)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) {
          before?.focus()
        }
      })
    },
    [before],
  )
}
