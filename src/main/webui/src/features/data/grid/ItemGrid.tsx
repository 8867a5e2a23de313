import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isEntries } from '../fields/drafts'
import type { Names } from '../items'
import { itemTitle, type Column, type Item, type ListName } from '../lists'
import { reasonOf } from './CellEditor'
import { GridHeader } from './GridHeader'
import { ACTIONS_WIDTH, cellAfterKey, leftOf, ROW_HEIGHT, type Cell } from './gridLayout'
import { GridRow } from './GridRow'
import { RowMenu, type RowAction } from './RowMenu'
import { useColumnsInSight } from './useColumnsInSight'
import { useGridFocus } from './useGridFocus'

type Props = {
  list: ListName
  columns: readonly Column[]
  items: Item[]
  total: number
  names: Names
  label: string
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  /** More rows came into sight than were read. */
  onNeedMore: () => void
  onSave: (item: Item, after: Item) => Promise<void>
  onEditEntries: (item: Item, column: Column) => void
  actionsOf: (item: Item) => RowAction[]
}

/** A list as a grid: one stop of the Tab key, within which arrows move. Only rows and columns in sight are rendered. */
export function ItemGrid(props: Props) {
  const { list, columns, items, total, names, label, sort, onSort, onNeedMore, onSave, onEditEntries, actionsOf } = props
  const { t } = useTranslation('data')
  const grid = useRef<HTMLDivElement>(null)
  const [lastActive, setActive] = useState<Cell>({ row: 0, column: 1 })
  const active = lastActive.row < total ? lastActive : { ...lastActive, row: Math.max(0, total - 1) }
  const [editing, setEditing] = useState<Cell | null>(null)
  const [menu, setMenu] = useState<{ item: Item; button: HTMLElement } | null>(null)
  const { sight, look } = useColumnsInSight(grid, columns)
  const focus = useGridFocus(grid, editing !== null, (row) => items[row] !== undefined)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return active.row < total && !seen.includes(active.row) ? [...seen, active.row].sort((a, b) => a - b) : seen
    },
  })
  const last = rows.range?.endIndex ?? 0
  useEffect(() => {
    if (last >= items.length && items.length < total) {
      onNeedMore()
    }
  }, [last, items.length, total, onNeedMore])

  const go = useCallback((cell: Cell) => {
    focus(cell)
    setActive(cell)
    rows.scrollToIndex(cell.row, { align: 'auto' })
  }, [focus, rows])
  // Rows are rendered again only when they have changed: their callbacks stay the same.
  const newest = useRef({ items, onEditEntries, onSave })
  useEffect(() => {
    newest.current = { items, onEditEntries, onSave }
  }, [items, onEditEntries, onSave])
  const edit = useCallback((cell: Cell) => {
    const column = columns[cell.column - 1]
    const item = newest.current.items[cell.row]
    if (column === undefined || item === undefined || column.field === 'id') {
      return
    }
    setActive(cell)
    if (isEntries(column)) {
      newest.current.onEditEntries(item, column)
    } else {
      setEditing(cell)
    }
  }, [columns])
  const leave = useCallback((cell: Cell) => {
    setEditing(null)
    go({ ...cell, row: Math.min(cell.row, total - 1) })
  }, [go, total])
  const save = useCallback((item: Item, after: Item) => newest.current.onSave(item, after), [])
  const openMenu = useCallback((item: Item, button: HTMLElement) => setMenu({ item, button }), [])
  const clear = useClearing(onSave)
  const lefts = useMemo(() => columns.map((_, i) => leftOf(columns, i)), [columns])

  const onKeyDown = (event: KeyboardEvent) => {
    const isInCell = (event.target as HTMLElement).dataset.place !== undefined
    if (editing !== null || !isInCell || event.altKey || event.metaKey) {
      return
    }
    const move = cellAfterKey(event, active, total, columns.length)
    if (move !== undefined) {
      event.preventDefault()
      go(move)
    } else if (active.column > 0 && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault()
      edit(active)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (clear(items[active.row], columns[active.column - 1])) {
        event.preventDefault()
      }
    }
  }

  const width = columns.reduce((sum, column) => sum + column.width, ACTIONS_WIDTH)
  return (
    // Cells take the focus, not the grid around them.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={grid}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onScroll={look}
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={{ width }}>
        <div role="columnheader" aria-colindex={1} className="grid-cell grid-actions" style={{ width: ACTIONS_WIDTH }}>
          <span className="unseen">{t('rowActions')}</span>
        </div>
        {columns.map((column, i) => (
          <GridHeader key={column.field} list={list} column={column} index={i} left={lefts[i]} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div className="grid-body" role="presentation" style={{ height: rows.getTotalSize(), width }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          return item === undefined ? (
            <div key={index} className="grid-row" role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)`, width }}>
              <div
                role="gridcell"
                className="grid-cell quiet"
                aria-colspan={columns.length + 1}
                data-place={`${index}/${active.column}`}
                tabIndex={active.row === index ? 0 : -1}
              >
                {t('loadingRow')} …
              </div>
            </div>
          ) : (
            <GridRow
              key={index}
              list={list}
              item={item}
              index={index}
              start={start}
              width={width}
              columns={columns}
              names={names}
              lefts={lefts}
              from={sight.from}
              to={sight.to}
              activeColumn={active.row === index ? active.column : null}
              editedColumn={editing?.row === index ? editing.column : null}
              onActivate={setActive}
              onEdit={edit}
              onLeave={leave}
              onSave={save}
              onMenu={openMenu}
            />
          )
        })}
      </div>
      {menu !== null && (
        <RowMenu
          button={menu.button}
          label={`${t('rowActions')}: ${itemTitle(menu.item)}`}
          actions={actionsOf(menu.item)}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  )
}

/** Clears a field of an item, and says whether there is anything to clear. */
function useClearing(onSave: Props['onSave']): (item: Item | undefined, column: Column | undefined) => boolean {
  const { message } = App.useApp()
  return (item, column) => {
    if (item === undefined || column === undefined || column.isRequired === true || item[column.field] === undefined) {
      return false
    }
    onSave(item, { ...item, [column.field]: undefined }).catch((refusal: unknown) => message.error(reasonOf(refusal, column.field)))
    return true
  }
}
