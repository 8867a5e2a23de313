import type { Column } from '../lists'

/** The height of a row, and the width of the column that holds its actions, in pixels. */
export const ROW_HEIGHT = 32
export const ACTIONS_WIDTH = 44

/** A cell of the grid. Column 0 holds the actions of a row. */
export type Cell = { row: number; column: number }

/** The first and the last column that a scroll position shows, with one more on either side. */
export function columnsInSight(columns: readonly Column[], left: number, width: number): { from: number; to: number } {
  let edge = ACTIONS_WIDTH
  let from = columns.length
  let to = 0
  columns.forEach((column, i) => {
    if (edge + column.width > left && edge < left + width) {
      from = Math.min(from, i)
      to = i
    }
    edge += column.width
  })
  return { from: from - 1, to: to + 1 }
}

/** Identifier and name stay in sight. */
export function leftOf(columns: readonly Column[], index: number): number | undefined {
  const field = columns[index]?.field
  return field === 'id' ? ACTIONS_WIDTH : field === 'name' ? ACTIONS_WIDTH + (columns[0]?.width ?? 0) : undefined
}

export function isNumeric({ kind }: Column): boolean {
  return kind === 'whole' || kind === 'share' || kind === 'dutyLimit'
}

const PAGE_OF_ROWS = 15

/** Where a key leads from a cell; undefined for keys that do not move. */
export function cellAfterKey(
  { key, ctrlKey }: { key: string; ctrlKey: boolean }, { row, column }: Cell, rows: number, columns: number,
): Cell | undefined {
  const lastRow = rows - 1
  const moves: Record<string, Cell> = {
    ArrowUp: { row: Math.max(0, row - 1), column },
    ArrowDown: { row: Math.min(lastRow, row + 1), column },
    ArrowLeft: { row, column: Math.max(0, column - 1) },
    ArrowRight: { row, column: Math.min(columns, column + 1) },
    PageUp: { row: Math.max(0, row - PAGE_OF_ROWS), column },
    PageDown: { row: Math.min(lastRow, row + PAGE_OF_ROWS), column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: columns },
  }
  return moves[key]
}
