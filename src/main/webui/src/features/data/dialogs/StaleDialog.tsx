import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import type { Names } from '../items'
import { COLUMNS, itemTitle, mergePatch, patched, wordsOf, type Item, type ListName } from '../lists'
import { shown } from '../fields/shown'

/** An item that two have changed: what was read, what stands now, and what was to be saved. */
export type Stale = { before: Item; current: Item; etag: string; after: Item }

/** Both versions beside each other; the reader chooses. Only fields that the reader changed are taken from theirs. */
export function StaleDialog({ list, stale, names, onKeep, onTake }: {
  list: ListName
  stale: Stale
  names: Names
  onKeep: () => void
  onTake: (patch: Record<string, unknown>) => Promise<void>
}) {
  const { t } = useTranslation('data')
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const { before, current, after } = stale
  const patch = mergePatch(before, after)
  const mine = patched(current, patch) as Item
  const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)
  const columns = COLUMNS[list].filter(({ field }) =>
    differs(current[field], mine[field]) || (field !== 'phone' && differs(before[field], current[field])))
  const take = async () => {
    setSaving(true)
    try {
      await onTake(patch)
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={680}
      title={t('staleTitle')}
      onCancel={onKeep}
      footer={[
        <Button key="keep" onClick={onKeep}>{t('keepTheirs')}</Button>,
        <Button key="take" type="primary" loading={isSaving} onClick={() => void take()}>{t('takeMine')}</Button>,
      ]}
    >
      <p>{t('staleText', { item: itemTitle(before) })}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('staleField')}</th>
            <th scope="col">{t('staleTheirs')}</th>
            <th scope="col">{t('staleMine')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const isOther = differs(current[column.field], mine[column.field])
            return (
              <tr key={column.field} className={isOther ? 'differs' : undefined}>
                <th scope="row">{t(`fields.${wordsOf(list)}.${column.field}.name`)}</th>
                <td>{shown(column, current[column.field], names, t) || '—'}</td>
                <td>
                  {shown(column, mine[column.field], names, t) || '—'}
                  {isOther && <span className="quiet"> ({t('staleDiffers')})</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {error !== null && <ErrorNote error={error} />}
    </Modal>
  )
}
