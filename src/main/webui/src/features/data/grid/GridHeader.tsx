import { useTranslation } from 'react-i18next'
import { wordsOf, type Column, type ListName } from '../lists'
import { isNumeric } from './gridLayout'

type Props = {
  list: ListName; column: Column; index: number; left: number | undefined
  sort: string | undefined; onSort: (sort: string | undefined) => void
}

/** The head of a column, which sorts where the service can. */
export function GridHeader({ list, column, index, left, sort, onSort }: Props) {
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
