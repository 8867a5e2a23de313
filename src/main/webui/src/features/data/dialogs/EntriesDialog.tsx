import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import { draftOf, faultOf, FormError, valueOf } from '../fields/drafts'
import { FieldInput } from '../fields/FieldInput'
import type { Names } from '../items'
import { ABSENCES, AVAILABILITIES, itemTitle, wordsOf, type Column, type Item, type Kind, type ListName } from '../lists'

type Entry = Record<string, unknown>

const FROM: Column = { field: 'from', kind: 'dateTime', width: 0, isRequired: true }
const UNTIL: Column = { field: 'until', kind: 'dateTime', width: 0 }

/** The fields of an entry, and the words they have here. */
export const ENTRY_FIELDS: Partial<Record<Kind, { column: Column; word: string; hint?: string }[]>> = {
  skills: [
    { column: { field: 'skill', kind: 'reference', list: 'skills', width: 0, isRequired: true }, word: 'skill' },
    { column: { field: 'from', kind: 'date', width: 0 }, word: 'from' },
    { column: { field: 'until', kind: 'date', width: 0 }, word: 'until' },
  ],
  availability: [
    { column: { field: 'kind', kind: 'choice', choices: AVAILABILITIES, choiceOf: 'availability', width: 0, isRequired: true }, word: 'what' },
    { column: { field: 'start', kind: 'dateTime', width: 0, isRequired: true }, word: 'start' },
    { column: { field: 'end', kind: 'dateTime', width: 0, isRequired: true }, word: 'end' },
    { column: { field: 'windowKinds', kind: 'tags', width: 0 }, word: 'kinds' },
    { column: { field: 'weight', kind: 'whole', width: 0 }, word: 'weight' },
  ],
  absences: [
    { column: { field: 'kind', kind: 'choice', choices: ABSENCES, choiceOf: 'absence', width: 0, isRequired: true }, word: 'why' },
    { column: FROM, word: 'from' },
    { column: UNTIL, word: 'until', hint: 'openEnd' },
  ],
  confinements: [
    { column: { field: 'site', kind: 'reference', list: 'sites', width: 0, isRequired: true }, word: 'site' },
    { column: FROM, word: 'from' },
    { column: UNTIL, word: 'until', hint: 'openEnd' },
  ],
}

const PRESETS: Partial<Record<Kind, Entry>> = {
  availability: { kind: 'UNAVAILABLE' },
  absences: { kind: 'LEAVE' },
}

/** Entries of a field as rows of editors; used in a dialog, and in the form of an item. */
export function EntriesEditor({ column, entries, names, faults, onChange }: {
  column: Column
  entries: Entry[]
  names: Names
  /** What is wrong, by `0/from`. */
  faults: ReadonlyMap<string, string>
  onChange: (entries: Entry[]) => void
}) {
  const { t } = useTranslation('data')
  const fields = ENTRY_FIELDS[column.kind] ?? []
  return (
    <>
      {entries.length === 0 && <p className="quiet">{t('noEntries')}</p>}
      {entries.map((entry, i) => (
        <div key={i} className="entry" role="group" aria-label={`${i + 1}`}>
          {fields.map(({ column: part, word, hint }) => {
            const fault = faults.get(`${i}/${part.field}`)
            return (
              <div key={part.field}>
                <span className="entry-name">{t(word)}</span>
                <FieldInput
                  column={part}
                  draft={entry[part.field]}
                  names={names}
                  label={`${t(word)} ${i + 1}`}
                  isFaulty={fault !== undefined}
                  placeholder={hint && t(hint)}
                  onChange={(draft) => onChange(entries.with(i, { ...entry, [part.field]: draft }))}
                />
                {fault !== undefined && <div role="alert" className="field-fault missing">{fault}</div>}
              </div>
            )
          })}
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('removeEntry', { n: i + 1 })}
            onClick={() => onChange(entries.toSpliced(i, 1))}
          />
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} style={{ marginTop: 12 }} onClick={() => onChange([...entries, PRESETS[column.kind] ?? {}])}>
        {t('addEntry')}
      </Button>
    </>
  )
}

export function draftsOf(column: Column, value: unknown): Entry[] {
  const fields = ENTRY_FIELDS[column.kind] ?? []
  return ((value ?? []) as Entry[]).map((entry) =>
    Object.fromEntries(fields.map(({ column: part }) => [part.field, draftOf(part, entry[part.field])])))
}

/** The entries that were written; what is in no form is told by `0/weight`. */
export function entriesOf(column: Column, drafts: Entry[], fault: (column: Column) => string): { value?: Entry[]; faults: Map<string, string> } {
  const faults = new Map<string, string>()
  const value = drafts.map((draft, i) => {
    const entry: Entry = {}
    for (const { column: part } of ENTRY_FIELDS[column.kind] ?? []) {
      try {
        const parsed = valueOf(part, draft[part.field])
        if (parsed !== undefined && parsed !== null) {
          entry[part.field] = parsed
        }
      } catch (error) {
        if (!(error instanceof FormError)) {
          throw error
        }
        faults.set(`${i}/${part.field}`, fault(part))
      }
    }
    return entry
  })
  return { value: value.length === 0 ? undefined : value, faults }
}

/** Faults of the service by the entry and field they are of: `/skills/0/from` is `0/from`. */
export function entryFaults(error: ApiError, field: string): Map<string, string> {
  return new Map(
    error.faults
      .filter(({ pointer }) => pointer.startsWith(`/${field}/`))
      .map(({ pointer, detail }) => [pointer.split('/').slice(2, 4).join('/'), detail]),
  )
}

/** Edits the entries of one field of an item. */
export function EntriesDialog({ list, item, column, names, onSave, onClose }: {
  list: ListName
  item: Item
  column: Column
  names: Names
  onSave: (after: Item) => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('data')
  const [drafts, setDrafts] = useState(() => draftsOf(column, item[column.field]))
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [other, setOther] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    const { value, faults: found } = entriesOf(column, drafts, (part) => t(faultOf(part), { hint: '' }))
    setFaults(found)
    setOther(null)
    if (found.size > 0) {
      return
    }
    setSaving(true)
    try {
      await onSave({ ...item, [column.field]: value })
      onClose()
    } catch (error) {
      const told = error instanceof ApiError ? entryFaults(error, column.field) : new Map<string, string>()
      setFaults(told)
      setOther(told.size > 0 ? null : error instanceof ApiError ? error.faults[0]?.detail ?? error.message : String(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={column.kind === 'availability' ? 960 : 680}
      title={t('editList', { field: t(`fields.${wordsOf(list)}.${column.field}.name`), item: itemTitle(item) })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={isSaving}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="quiet">{t(`fields.${wordsOf(list)}.${column.field}.hint`)}</p>
      <EntriesEditor column={column} entries={drafts} names={names} faults={faults} onChange={setDrafts} />
      {other !== null && <p role="alert" className="missing">{other}</p>}
    </Modal>
  )
}
