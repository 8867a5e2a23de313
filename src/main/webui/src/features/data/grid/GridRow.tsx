import { MoreOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { shown } from '../fields/shown'
import type { Names } from '../items'
import { itemTitle, wordsOf, type Column, type Item, type ListName } from '../lists'
import { CellEditor } from './CellEditor'
import { ACTIONS_WIDTH, isNumeric, type Cell } from './gridLayout'

type Props = {
  list: ListName; item: Item; index: number; start: number; width: number; columns: readonly Column[]; names: Names
  lefts: readonly (number | undefined)[]; from: number; to: number
  activeColumn: number | null; editedColumn: number | null
  onActivate: (cell: Cell) => void; onEdit: (cell: Cell) => void; onLeave: (cell: Cell) => void
  onSave: (item: Item, after: Item) => Promise<void>; onMenu: (item: Item, button: HTMLElement) => void
}

/** A row of the grid; columns out of sight are left blank. */
export const GridRow = memo(function GridRow(props: Props) {
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
      <div role="gridcell" aria-colindex={1} className="grid-cell grid-actions" style={{ width: ACTIONS_WIDTH }}>
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
        const cell = { row: index, column: i + 1 }
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
            onFocus={(event) => event.target === event.currentTarget && onActivate(cell)}
            onDoubleClick={() => {
              if (!isEdited) {
                window.getSelection()?.removeAllRanges()
                onEdit(cell)
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
