import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { FieldInput } from '../fields/FieldInput'
import { ABSENCES, itemTitle, type Column, type Item } from '../lists'

const FROM: Column = { field: 'from', kind: 'dateTime', width: 0 }
const UNTIL: Column = { field: 'until', kind: 'dateTime', width: 0 }

/** A cadre is away, or back: one call, from now unless said otherwise. */
export function AbsenceDialog({ district, cadre, isReturn, onDone, onClose }: {
  district: string
  cadre: Item
  isReturn: boolean
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('data')
  const [kind, setKind] = useState<(typeof ABSENCES)[number]>('SICK')
  const [from, setFrom] = useState<string>()
  const [until, setUntil] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const [key] = useState(newIdempotencyKey)
  const item = itemTitle(cadre)
  const save = async () => {
    setSaving(true)
    const params = { path: { district }, header: { 'Idempotency-Key': `${key} ${kind} ${from} ${until}`.replaceAll(/\s/g, '-') } }
    try {
      await told(
        isReturn
          ? api.POST('/api/v1/districts/{district}/returns', { params, body: { cadre: cadre.id, from } })
          : api.POST('/api/v1/districts/{district}/absences', { params, body: { cadre: cadre.id, kind, from, until } }),
      )
      await onDone()
      onClose()
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      title={t(isReturn ? 'backTitle' : 'awayTitle', { item })}
      okText={t(isReturn ? 'backSave' : 'awaySave')}
      cancelText={t('cancel')}
      confirmLoading={isSaving}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="quiet">{t(isReturn ? 'backText' : 'awayText')}</p>
      {!isReturn && (
        <div className="field">
          <span className="field-name">{t('why')}</span>
          <Radio.Group
            aria-label={t('why')}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
            options={ABSENCES.map((value) => ({ value, label: t(`choices.absence.${value}`) }))}
          />
        </div>
      )}
      <div className="field">
        <span className="field-name">{t('from')}</span>
        <FieldInput column={FROM} draft={from} names={new Map()} label={t('from')} placeholder={t('nowHint')} onChange={(draft) => setFrom(draft as string)} />
      </div>
      {!isReturn && (
        <div className="field">
          <span className="field-name">{t('until')}</span>
          <FieldInput column={UNTIL} draft={until} names={new Map()} label={t('until')} placeholder={t('openEndHint')} onChange={(draft) => setUntil(draft as string)} />
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
    </Modal>
  )
}
