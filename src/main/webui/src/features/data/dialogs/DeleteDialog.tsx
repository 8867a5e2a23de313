import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '@/lib/api/errors'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { isListName, itemTitle, wordsOf, type Item } from '../lists'

const SHOWN = 30

/** Asks before an item is deleted; where others point to it, shows them instead. */
export function DeleteDialog({ district, item, onDelete, onClose }: {
  district: string
  item: Item
  onDelete: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation('data')
  const [error, setError] = useState<unknown>(null)
  const [isDeleting, setDeleting] = useState(false)
  const referrers = error instanceof ApiError ? error.referrers : []
  const remove = async () => {
    setDeleting(true)
    try {
      await onDelete()
      onClose()
    } catch (refusal) {
      setError(refusal)
      setDeleting(false)
    }
  }
  return (
    <Modal
      open
      title={t(referrers.length > 0 ? 'referrersTitle' : 'deleteTitle', { item: itemTitle(item) })}
      okText={t('delete')}
      okButtonProps={{ danger: true, disabled: referrers.length > 0 }}
      cancelText={t(referrers.length > 0 ? 'close' : 'cancel')}
      confirmLoading={isDeleting}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      {error === null ? (
        <p>{t('deleteText')}</p>
      ) : referrers.length === 0 ? (
        <ErrorNote error={error} />
      ) : (
        <div role="alert">
          <p>{t('referrersText')}</p>
          <ul className="faults referrers">
            {referrers.slice(0, SHOWN).map((referrer) => (
              <li key={`${referrer.list}/${referrer.id}/${referrer.field}`}>
                <ReferrerLink district={district} list={referrer.list} id={referrer.id} field={referrer.field} />
              </li>
            ))}
          </ul>
          {referrers.length > SHOWN && <p>{t('referrersMore', { count: referrers.length - SHOWN })}</p>}
        </div>
      )}
    </Modal>
  )
}

function ReferrerLink({ district, list, id, field }: { district: string; list: string; id: string; field: string }) {
  const { t } = useTranslation('data')
  if (!isListName(list)) {
    return `${list} ${id}`
  }
  const words = wordsOf(list)
  return (
    <>
      <Link to={`/districts/${encodeURIComponent(district)}/data/${list}?q=${encodeURIComponent(id)}`}>
        {t(`lists.${words}`)} {id}
      </Link>{' '}
      <span className="quiet">{t('referrerField', { field: t(`fields.${words}.${field}.name`) })}</span>
    </>
  )
}
