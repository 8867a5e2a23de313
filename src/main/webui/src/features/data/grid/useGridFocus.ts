import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Cell } from './gridLayout'

/**
 * Gives the focus to a cell as soon as it is rendered: a cell far away has to be scrolled to and read first.
 *
 * @param isReady whether the item of a row was read
 * @returns asks for the focus of a cell
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>, isEditing: boolean, isReady: (row: number) => boolean,
): (cell: Cell) => void {
  const wanted = useRef<Cell | null>(null)
  useEffect(() => {
    const cell = wanted.current
    if (cell === null || isEditing) {
      return
    }
    const focused = document.activeElement
    if (focused !== null && focused !== document.body && grid.current?.contains(focused) === false) {
      wanted.current = null // the reader has gone elsewhere meanwhile
      return
    }
    const element = grid.current?.querySelector<HTMLElement>(`[data-place="${cell.row}/${cell.column}"]`)
    if (element !== null && element !== undefined) {
      element.focus({ preventScroll: true })
      if (isReady(cell.row)) {
        wanted.current = null
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
    }
  })
  return useCallback((cell: Cell) => {
    wanted.current = cell
  }, [])
}
