import { Button, Drawer, Space } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { draftOf, faultOf, FormError, isEntries, valueOf } from '../fields/drafts'
import { draftsOf, EntriesEditor, entriesOf, entryFaults } from './EntriesDialog'
import { FieldInput } from '../fields/FieldInput'
import type { Names } from '../items'
import { COLUMNS, fieldOf, itemTitle, wordsOf, type Column, type Item, type ListName } from '../lists'

type Drafts = Record<string, unknown>

/** All fields of an item below each other: to add one, or to see and change one as a whole. */
export function ItemForm({ list, item, names, onSave, onClose }: {
  list: ListName
  /** Null for one that is added. */
  item: Item | null
  names: Names
  onSave: (after: Item) => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('data')
  const columns = COLUMNS[list]
  const [drafts, setDrafts] = useState<Drafts>(() => startOf(columns, item))
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const words = wordsOf(list)

  const save = async () => {
    const { after, faults: found } = read(columns, drafts, item, (column) =>
      column === null ? t('requiredMissing') : t(faultOf(column), { hint: t(`fields.${words}.${column.field}.hint`) }))
    setFaults(found)
    setRefusal(null)
    if (found.size > 0) {
      return
    }
    setSaving(true)
    try {
      await onSave(after)
      onClose()
    } catch (error) {
      const told = error instanceof ApiError ? faultsOf(columns, error) : new Map<string, string>()
      setFaults(told)
      setRefusal(told.size > 0 ? null : error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Drawer
      open
      size={600}
      title={item === null ? t('addTitle', { list: t(`lists.${words}`) }) : itemTitle(item)}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={isSaving} onClick={() => void save()}>{t('save')}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      {refusal !== null && <ErrorNote error={refusal} />}
      {columns.map((column) => (
        <Field
          key={column.field}
          words={words}
          column={column}
          item={item}
          draft={drafts[column.field]}
          names={names}
          faults={faults}
          onChange={(draft) => setDrafts({ ...drafts, [column.field]: draft })}
        />
      ))}
    </Drawer>
  )
}

function Field({ words, column, item, draft, names, faults, onChange }: {
  words: string; column: Column; item: Item | null; draft: unknown; names: Names
  faults: ReadonlyMap<string, string>; onChange: (draft: unknown) => void
}) {
  const { t } = useTranslation('data')
  const id = useId()
  const fault = faults.get(column.field)
  const name = t(`fields.${words}.${column.field}.name`)
  return (
    <div className="field">
      <span className="field-name">
        {name}
        {column.isRequired && <span className="quiet"> ({t('required')})</span>}
      </span>
      {column.field === 'id' && item !== null ? (
        <div>{item.id}</div>
      ) : isEntries(column) ? (
        <EntriesEditor
          column={column}
          entries={draft as Drafts[]}
          names={names}
          faults={new Map([...faults].filter(([at]) => at.startsWith(`${column.field}/`)).map(([at, text]) => [at.slice(column.field.length + 1), text]))}
          onChange={onChange}
        />
      ) : (
        <FieldInput
          column={column}
          draft={draft}
          names={names}
          label={name}
          describedBy={id}
          isFaulty={fault !== undefined}
          placeholder={column.kind === 'phone' && item?.phone !== undefined ? t('phoneKept', { phone: String(item.phone) }) : undefined}
          onChange={onChange}
        />
      )}
      <div id={id}>
        <div className="field-hint">{t(`fields.${words}.${column.field}.hint`)}</div>
        {fault !== undefined && <div role="alert" className="field-fault">{fault}</div>}
      </div>
    </div>
  )
}

function startOf(columns: readonly Column[], item: Item | null): Drafts {
  return Object.fromEntries(columns.map((column) => [
    column.field,
    isEntries(column)
      ? draftsOf(column, item?.[column.field])
      : draftOf(column, item === null ? column.preset : item[column.field]),
  ]))
}

function read(columns: readonly Column[], drafts: Drafts, item: Item | null, say: (column: Column | null) => string): { after: Item; faults: Map<string, string> } {
  const faults = new Map<string, string>()
  const after = { ...item } as Item
  for (const column of columns) {
    if (isEntries(column)) {
      const { value, faults: found } = entriesOf(column, drafts[column.field] as Drafts[], say)
      found.forEach((text, at) => faults.set(`${column.field}/${at}`, text))
      after[column.field] = sameOr(item?.[column.field], value)
      continue
    }
    try {
      const value = valueOf(column, drafts[column.field])
      if (value === undefined && column.isRequired) {
        faults.set(column.field, say(null))
      } else if (!(column.kind === 'phone' && value === undefined)) {
        after[column.field] = value
      }
    } catch (error) {
      if (!(error instanceof FormError)) {
        throw error
      }
      faults.set(column.field, say(column))
    }
  }
  return { after, faults }
}

/** Entries are the same where they say the same, in whatever order their fields are. */
function sameOr(before: unknown, after: unknown): unknown {
  const key = (value: unknown) =>
    JSON.stringify(((value ?? []) as object[]).map((entry) => Object.entries(entry).sort(([a], [b]) => a.localeCompare(b))))
  return key(before) === key(after) ? before : after
}

function faultsOf(columns: readonly Column[], error: ApiError): Map<string, string> {
  const faults = new Map<string, string>()
  for (const column of columns) {
    if (isEntries(column)) {
      entryFaults(error, column.field).forEach((text, at) => faults.set(`${column.field}/${at}`, text))
    }
    const fault = error.faults.find(({ pointer }) => fieldOf(pointer) === column.field)
    if (fault !== undefined) {
      faults.set(column.field, fault.detail)
    }
  }
  return faults
}
