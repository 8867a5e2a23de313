import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { isText } from './drafts'
import type { Names } from '../items'
import type { Column } from '../lists'

type Props = {
  column: Column
  draft: unknown
  names: Names
  label: string
  describedBy?: string
  isFaulty?: boolean
  /** In a cell: it has the focus, lists are open, and one choice is enough. */
  isCell?: boolean
  placeholder?: string
  onChange: (draft: unknown) => void
  /** The reader has chosen: nothing more will be typed. */
  onChosen?: (draft: unknown) => void
}

/** An editor of one field, by its kind. */
export function FieldInput({ column, draft, names, label, describedBy, isFaulty, isCell, placeholder, onChange, onChosen }: Props) {
  const { t } = useTranslation('data')
  const shared = {
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isFaulty,
    'aria-required': column.isRequired,
    autoFocus: isCell,
    status: isFaulty ? ('error' as const) : undefined,
    size: isCell ? ('small' as const) : undefined,
    style: { width: '100%' },
  }
  const take = (value: unknown) => {
    onChange(value)
    onChosen?.(value)
  }
  if (isText(column)) {
    return (
      <Input
        {...shared}
        value={String(draft ?? '')}
        placeholder={placeholder}
        inputMode={column.kind === 'whole' ? 'numeric' : column.kind === 'phone' ? 'tel' : undefined}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  if (column.kind === 'date' || column.kind === 'dateTime') {
    const isDate = column.kind === 'date'
    return (
      <DatePicker
        {...shared}
        showTime={isDate ? false : { format: 'HH:mm' }}
        format={isDate ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH:mm'}
        value={draft === undefined || draft === null ? null : dayjs(String(draft))}
        placeholder={placeholder}
        needConfirm={false}
        allowClear={!column.isRequired}
        onChange={(value) => {
          const next = value === null ? undefined : value.format(isDate ? 'YYYY-MM-DD' : 'YYYY-MM-DDTHH:mm')
          if (isDate) {
            take(next)
          } else {
            onChange(next)
          }
        }}
      />
    )
  }
  const isMultiple = column.kind === 'references' || column.kind === 'tags'
  return (
    <Select
      {...shared}
      mode={column.kind === 'tags' ? 'tags' : column.kind === 'references' ? 'multiple' : undefined}
      value={draft as never}
      placeholder={placeholder}
      allowClear={!column.isRequired && column.preset === undefined}
      showSearch={column.kind === 'choice' || column.kind === 'truth' ? false : { optionFilterProp: 'words' }}
      defaultOpen={isCell && column.kind !== 'tags'}
      popupMatchSelectWidth={false}
      maxTagCount={isCell ? 'responsive' : undefined}
      options={optionsOf(column, names, t)}
      onChange={(value: unknown) => (isMultiple ? onChange(value) : take(value))}
    />
  )
}

type Option = { value: string | boolean; label: string; words: string }

function optionsOf(column: Column, names: Names, t: (key: string) => string): Option[] {
  switch (column.kind) {
    case 'truth':
      return [true, false].map((value) => option(value, t(`choices.truth.${value}`)))
    case 'choice':
      return (column.choices ?? []).map((value) => option(value, t(`choices.${column.choiceOf}.${value}`)))
    case 'tags':
      return []
    default:
      return [...(column.list === undefined ? [] : names.get(column.list) ?? [])].map(([id, name]) => option(id, name))
  }
}

function option(value: string | boolean, label: string): Option {
  return { value, label, words: `${label} ${value}` }
}
