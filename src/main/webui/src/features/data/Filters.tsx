import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAll, useStill, type ItemQuery, type Names } from './items'
import { COLUMNS, wordsOf, type Column, type ListName } from './lists'

/** More filters than that have a line of their own. */
const MOST_BESIDE = 3

/** A search, and a filter for each field that the service can filter by. */
export function Filters({ district, list, query, names, onChange }: {
  district: string
  list: ListName
  query: ItemQuery
  names: Names
  onChange: (query: ItemQuery) => void
}) {
  const { t } = useTranslation('data')
  const [text, setText] = useState(query.q ?? '')
  const still = useStill(text)
  const search = useEffectEvent((q: string) => {
    if (q !== (query.q ?? '')) {
      onChange({ ...query, q: q === '' ? undefined : q })
    }
  })
  useEffect(() => search(still), [still])
  const columns = COLUMNS[list].filter((column) => column.isFilterable)
  const texts = useAll(district, list, columns.some(({ kind }) => kind === 'text'))
  const isFiltered = Object.entries(query).some(([field, value]) => field !== 'sort' && value !== undefined)
  return (
    <>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        style={{ width: 250 }}
        aria-label={t('searchLabel', { list: t(`lists.${wordsOf(list)}`) })}
        placeholder={t('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={columns.length > MOST_BESIDE ? 'data-filters many' : 'data-filters'}>
      {columns.map((column) => {
        const name = t(`fields.${wordsOf(list)}.${column.field}.name`)
        return (
          <Select
            key={column.field}
            className="data-filter"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            aria-label={t('filterBy', { field: name })}
            placeholder={name}
            value={query[column.field]}
            options={optionsOf(column, names, texts, t)}
            onChange={(value?: string) => onChange({ ...query, [column.field]: value })}
          />
        )
      })}
      </div>
      {isFiltered && (
        <Button
          type="link"
          onClick={() => {
            setText('')
            onChange({ sort: query.sort })
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </>
  )
}

function optionsOf(column: Column, names: Names, items: Record<string, unknown>[], t: (key: string) => string) {
  if (column.choices !== undefined) {
    return column.choices.map((value) => ({ value, label: t(`choices.${column.choiceOf}.${value}`) }))
  }
  if (column.list !== undefined) {
    return [...(names.get(column.list) ?? [])].map(([value, label]) => ({ value, label }))
  }
  const values = new Set(items.map((item) => item[column.field]).filter((value) => typeof value === 'string'))
  return [...values].sort().map((value) => ({ value, label: value }))
}
