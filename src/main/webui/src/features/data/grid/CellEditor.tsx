import { App } from 'antd'
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import { draftOf, faultOf, FormError, isText, valueOf } from '../fields/drafts'
import { FieldInput } from '../fields/FieldInput'
import type { Names } from '../items'
import { fieldOf, wordsOf, type Column, type Item, type ListName } from '../lists'

type Props = {
  list: ListName
  column: Column
  item: Item
  names: Names
  label: string
  onSave: (after: Item) => Promise<void>
  onLeave: (isDown: boolean) => void
}

/** Edits one field in its place. Enter or leaving saves, Escape does not; what is refused stays open with the reason. */
export function CellEditor({ list, column, item, names, label, onSave, onLeave }: Props) {
  const { t } = useTranslation('data')
  const [draft, setDraft] = useState(() => draftOf(column, item[column.field]))
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const { message } = App.useApp()
  const isOver = useRef(false)
  /** The reader edits another cell already: the focus stays there, and this editor shows nothing more. */
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  const faultId = useId()

  const leave = (isDown: boolean) => {
    isOver.current = true
    onLeave(isDown)
  }

  const save = async (written: unknown, isDown: boolean) => {
    if (isOver.current || isSaving) {
      return
    }
    let value
    try {
      value = valueOf(column, written)
    } catch (error) {
      if (error instanceof FormError) {
        setFault(t(faultOf(column), { hint: t(`fields.${wordsOf(list)}.${column.field}.hint`) }))
        return
      }
      throw error
    }
    const isSame = JSON.stringify(value ?? null) === JSON.stringify(item[column.field] ?? null)
    if (isSame || (column.kind === 'phone' && value === undefined)) {
      leave(isDown)
      return
    }
    if (value === undefined && column.isRequired) {
      setFault(t('requiredMissing'))
      return
    }
    setSaving(true)
    try {
      await onSave({ ...item, [column.field]: value })
      if (!isGone.current) {
        leave(isDown)
      }
    } catch (error) {
      const reason = reasonOf(error, column.field)
      if (isGone.current) {
        message.error(`${label}: ${reason}`)
      } else {
        setFault(reason)
      }
    } finally {
      setSaving(false)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) {
      return // Enter chooses among characters
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      leave(false)
    } else if (event.key === 'Enter' && (isText(column) || event.ctrlKey)) {
      event.preventDefault()
      void save(draft, true)
    }
  }
  // Lists of choices and calendars are elsewhere in the document: going there is not leaving.
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget
    const isWithin = to !== null && (event.currentTarget.contains(to) || to.closest('.ant-select-dropdown, .ant-picker-dropdown') !== null)
    if (!isWithin) {
      void save(draft, false)
    }
  }
  return (
    // Listens to what its editor does; the editor is what takes the focus.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="cell-editor" onKeyDown={onKeyDown} onBlur={onBlur}>
      <FieldInput
        column={column}
        draft={draft}
        names={names}
        label={label}
        isCell
        isFaulty={fault !== null}
        describedBy={fault === null ? undefined : faultId}
        placeholder={column.kind === 'phone' ? t('phoneNew') : undefined}
        onChange={(next) => {
          setDraft(next)
          setFault(null)
        }}
        onChosen={(next) => void save(next, false)}
      />
      {fault !== null && (
        <div id={faultId} role="alert" className="cell-fault">
          {fault}
        </div>
      )}
      {isSaving && <span role="status" className="unseen">{t('saving')}</span>}
    </div>
  )
}

/** What the service says about a field, or about the whole. */
export function reasonOf(error: unknown, field: string): string {
  if (!(error instanceof ApiError)) {
    return String(error)
  }
  const fault = error.faults.find(({ pointer }) => fieldOf(pointer) === field) ?? error.faults[0]
  return fault?.detail ?? error.message
}
