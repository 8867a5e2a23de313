import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { Column } from '../lists'
import { columnsInSight } from './gridLayout'

/** The columns that a grid shows; `look` is to be called when the grid scrolls. */
export function useColumnsInSight(grid: RefObject<HTMLElement | null>, columns: readonly Column[]) {
  const [sight, setSight] = useState({ from: 0, to: 0 })
  const look = useCallback(() => {
    const { scrollLeft, clientWidth } = grid.current ?? { scrollLeft: 0, clientWidth: 0 }
    const next = columnsInSight(columns, scrollLeft, clientWidth)
    setSight((now) => (now.from === next.from && now.to === next.to ? now : next))
  }, [grid, columns])
  useEffect(() => {
    const observer = new ResizeObserver(look) // which looks at once, too
    observer.observe(grid.current!)
    return () => observer.disconnect()
  }, [grid, look])
  return { sight, look }
}
