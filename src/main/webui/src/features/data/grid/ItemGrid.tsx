import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { MoreOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CellEditor, reasonOf } from './CellEditor'
import { isEntries } from '../fields/drafts'
import type { Names } from '../items'
import { wordsOf, type Column, type Item, type ListName } from '../lists'
import { RowMenu, type RowAction } from './RowMenu'
import { shown } from '../fields/shown'

const ROW = 32
const ACTIONS = 44
const PAGE_OF_ROWS = 15

type Place = { row: number; column: number }

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

/**
 * A list as a grid: one stop of the Tab key, within which arrows move. Only rows in sight are rendered.
 * Column 0 has the actions of a row.
 */
export function ItemGrid(props: Props) {
  const { list, columns, items, total, names, label, sort, onSort, onNeedMore, onSave, onEditEntries, actionsOf } = props
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 1 })
  const [editing, setEditing] = useState<Place | null>(null)
  const [menu, setMenu] = useState<{ item: Item; button: HTMLElement } | null>(null)
  const [sight, setSight] = useState({ from: 0, to: 0 })
  /** The cell that takes the focus as soon as it is there. */
  const wanted = useRef<Place | null>(null)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return active.row < total && !seen.includes(active.row) ? [...seen, active.row].sort((a, b) => a - b) : seen
    },
  })
  const visible = rows.getVirtualItems()
  const last = rows.range?.endIndex ?? 0
  useEffect(() => {
    if (last >= items.length && items.length < total) {
      onNeedMore()
    }
  }, [last, items.length, total, onNeedMore])
  useEffect(() => {
    setActive((place) => (place.row < total ? place : { ...place, row: Math.max(0, total - 1) }))
  }, [total])
  // Columns out of sight are not rendered either.
  const look = useCallback(() => {
    const { scrollLeft, clientWidth } = scroller.current ?? { scrollLeft: 0, clientWidth: 0 }
    const next = columnsInSight(columns, scrollLeft, clientWidth)
    setSight((now) => (now.from === next.from && now.to === next.to ? now : next))
  }, [columns])
  useEffect(() => {
    look()
    const observer = new ResizeObserver(look)
    observer.observe(scroller.current!)
    return () => observer.disconnect()
  }, [look])
  useEffect(() => {
    const place = wanted.current
    if (place === null || editing !== null) {
      return
    }
    const focused = document.activeElement
    if (focused !== null && focused !== document.body && scroller.current?.contains(focused) === false) {
      wanted.current = null // the reader has gone elsewhere meanwhile
      return
    }
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${place.row}/${place.column}"]`)
    if (cell !== null && cell !== undefined) {
      cell.focus({ preventScroll: true })
      if (items[place.row] !== undefined) {
        wanted.current = null
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
    }
  })

  const go = useCallback((place: Place) => {
    wanted.current = place
    setActive(place)
    rows.scrollToIndex(place.row, { align: 'auto' })
  }, [rows])
  // Rows keep their callbacks, so that they are rendered again only when they have changed.
  const newest = useRef({ items, columns, onEditEntries, onSave, go })
  newest.current = { items, columns, onEditEntries, onSave, go }
  const edit = useCallback((place: Place) => {
    const column = newest.current.columns[place.column - 1]
    const item = newest.current.items[place.row]
    if (column === undefined || item === undefined || column.field === 'id') {
      return
    }
    setActive(place)
    if (isEntries(column)) {
      newest.current.onEditEntries(item, column)
    } else {
      setEditing(place)
    }
  }, [])
  const leave = useCallback((place: Place) => {
    setEditing(null)
    newest.current.go({ ...place, row: Math.min(place.row, total - 1) })
  }, [total])
  const save = useCallback((item: Item, after: Item) => newest.current.onSave(item, after), [])
  const openMenu = useCallback((item: Item, button: HTMLElement) => setMenu({ item, button }), [])
  const lefts = useMemo(() => columns.map((_, i) => leftOf(columns, i)), [columns])

  const onKeyDown = (event: KeyboardEvent) => {
    const isInCell = (event.target as HTMLElement).dataset.place !== undefined
    if (editing !== null || !isInCell || event.altKey || event.metaKey) {
      return
    }
    const { row, column } = active
    const most = columns.length
    const moves: Record<string, Place | undefined> = {
      ArrowUp: { row: Math.max(0, row - 1), column },
      ArrowDown: { row: Math.min(total - 1, row + 1), column },
      ArrowLeft: { row, column: Math.max(0, column - 1) },
      ArrowRight: { row, column: Math.min(most, column + 1) },
      PageUp: { row: Math.max(0, row - PAGE_OF_ROWS), column },
      PageDown: { row: Math.min(total - 1, row + PAGE_OF_ROWS), column },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? total - 1 : row, column: most },
    }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      go(move)
    } else if (column > 0 && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault()
      edit(active)
    } else if (column > 0 && (event.key === 'Delete' || event.key === 'Backspace')) {
      const field = columns[column - 1]
      const item = items[row]
      if (field !== undefined && item !== undefined && field.isRequired !== true && item[field.field] !== undefined) {
        event.preventDefault()
        void onSave(item, { ...item, [field.field]: undefined }).catch((refusal: unknown) => message.error(reasonOf(refusal, field.field)))
      }
    }
  }

  const width = columns.reduce((sum, column) => sum + column.width, ACTIONS)
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onScroll={look}
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={{ width }}>
        <div role="columnheader" aria-colindex={1} className="grid-cell grid-actions" style={{ width: ACTIONS }}>
          <span className="unseen">{t('rowActions')}</span>
        </div>
        {columns.map((column, i) => (
          <Header key={column.field} list={list} column={column} index={i} left={lefts[i]} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div className="grid-body" role="presentation" style={{ height: rows.getTotalSize(), width }}>
        {visible.map(({ index, start }) => {
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
            <Row
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

/** The first and the last column that a scroll position shows, with one more on either side. */
function columnsInSight(columns: readonly Column[], left: number, width: number): { from: number; to: number } {
  let edge = ACTIONS
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
function leftOf(columns: readonly Column[], index: number): number | undefined {
  const field = columns[index]?.field
  return field === 'id' ? ACTIONS : field === 'name' ? ACTIONS + (columns[0]?.width ?? 0) : undefined
}

type HeaderProps = {
  list: ListName; column: Column; index: number; left: number | undefined
  sort: string | undefined; onSort: (sort: string | undefined) => void
}

function Header({ list, column, index, left, sort, onSort }: HeaderProps) {
  const { t } = useTranslation('data')
  const { field, width } = column
  const name = t(`fields.${wordsOf(list)}.${field}.name`)
  const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none'
  const next = direction === 'none' ? field : direction === 'ascending' ? `-${field}` : undefined
  const mark = direction === 'none' ? '' : direction === 'ascending' ? ' ↑' : ' ↓'
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={column.isSortable ? direction : undefined}
      className={`grid-cell${left === undefined ? '' : ' grid-fixed'}${isNumeric(column) ? ' grid-number' : ''}`}
      style={{ width, left }}
      title={t(`fields.${wordsOf(list)}.${field}.hint`)}
    >
      {column.isSortable ? (
        <button type="button" className="grid-sort" onClick={() => onSort(next)}>
          {name}
          <span aria-hidden="true">{mark}</span>
        </button>
      ) : (
        name
      )}
    </div>
  )
}

type RowProps = {
  list: ListName; item: Item; index: number; start: number; width: number; columns: readonly Column[]; names: Names
  lefts: readonly (number | undefined)[]; from: number; to: number
  activeColumn: number | null; editedColumn: number | null
  onActivate: (place: Place) => void; onEdit: (place: Place) => void; onLeave: (place: Place) => void
  onSave: Props['onSave']; onMenu: (item: Item, button: HTMLElement) => void
}

const Row = memo(function Row(props: RowProps) {
  const { list, item, index, start, width, columns, names, lefts, from, to, activeColumn, editedColumn } = props
  const { onActivate, onEdit, onLeave, onSave, onMenu } = props
  const { t } = useTranslation('data')
  const title = itemTitle(item)
  return (
    <div
      className={`grid-row${index % 2 === 1 ? ' grid-odd' : ''}${activeColumn === null ? '' : ' grid-active'}`}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)`, width, zIndex: editedColumn === null ? undefined : 3 }}
    >
      <div role="gridcell" aria-colindex={1} className="grid-cell grid-actions" style={{ width: ACTIONS }}>
        <button
          type="button"
          className="grid-menu"
          aria-haspopup="menu"
          aria-label={`${t('rowActions')}: ${title}`}
          data-place={`${index}/0`}
          tabIndex={activeColumn === 0 ? 0 : -1}
          onFocus={() => onActivate({ row: index, column: 0 })}
          onClick={(event) => onMenu(item, event.currentTarget)}
        >
          <MoreOutlined aria-hidden="true" />
        </button>
      </div>
      {columns.map((column, i) => {
        const place = { row: index, column: i + 1 }
        const left = lefts[i]
        if (left === undefined && (i < from || i > to) && activeColumn !== i + 1) {
          return <div key={column.field} className="grid-cell" role="presentation" style={{ width: column.width }} />
        }
        const text = shown(column, item[column.field], names, t)
        const isEdited = editedColumn === i + 1
        return (
          <div
            key={column.field}
            role="gridcell"
            aria-colindex={i + 2}
            aria-readonly={column.field === 'id'}
            className={`grid-cell${left === undefined ? '' : ' grid-fixed'}${isNumeric(column) ? ' numbers grid-number' : ''}${isEdited ? ' grid-edited' : ''}`}
            style={{ width: column.width, left }}
            data-place={`${index}/${i + 1}`}
            tabIndex={activeColumn === i + 1 && !isEdited ? 0 : -1}
            title={isEdited ? undefined : text}
            onFocus={(event) => event.target === event.currentTarget && onActivate(place)}
            onDoubleClick={() => {
              if (!isEdited) {
                window.getSelection()?.removeAllRanges()
                onEdit(place)
              }
            }}
          >
            {isEdited ? (
              <CellEditor
                list={list}
                column={column}
                item={item}
                names={names}
                label={`${t(`fields.${wordsOf(list)}.${column.field}.name`)}: ${title}`}
                onSave={(after) => onSave(item, after)}
                onLeave={(isDown) => onLeave({ row: isDown ? index + 1 : index, column: i + 1 })}
              />
            ) : column.kind === 'absences' && text !== '' ? (
              <span className="grid-tag">{text}</span>
            ) : (
              text
            )}
          </div>
        )
      })}
    </div>
  )
})

function isNumeric({ kind }: Column): boolean {
  return kind === 'whole' || kind === 'share' || kind === 'dutyLimit'
}

export function itemTitle(item: Item): string {
  return typeof item.name === 'string' ? item.name : item.id
}
