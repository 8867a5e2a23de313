import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import { ApiError } from '@/lib/api/errors'
import type { Plan, Publication } from '@/lib/api/types'
import { number } from '@/lib/format'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'

/** Asks before a plan is published. Where the district has changed since, lists how, and offers to publish all the same. */
export function PublishDialog({ plan, district, missing, isFirst, onClose }: {
  plan: Plan
  district: string
  /** Required heads that the plan leaves unfilled. */
  missing: number
  /** Nothing is published for the rounds of the plan yet. */
  isFirst: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('handout')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [key] = useState(newIdempotencyKey)
  useFocusReturn()
  const publish = useMutation({
    mutationFn: (despiteChanges: boolean) =>
      told<Publication>(
        api.POST('/api/v1/districts/{district}/plans/{plan}/publication', {
          params: {
            path: { district, plan: plan.id },
            query: despiteChanges ? { despiteChanges } : {},
            header: { 'Idempotency-Key': despiteChanges ? newIdempotencyKey() : key },
          },
        }),
      ),
    onSuccess: ({ duties }) => {
      message.success(t('published', { duties: number(duties) }))
      void client.invalidateQueries({ queryKey: keys.publications(district) })
      void client.invalidateQueries({ queryKey: keys.dutyCards })
      onClose()
    },
  })
  const { error } = publish
  const conflict = error instanceof ApiError && error.status === 409 && error.faults.length > 0 ? error : null
  return (
    <Modal
      open
      title={t(conflict === null ? 'publishTitle' : 'outdatedTitle')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>{t('cancel')}</Button>,
        conflict !== null ? (
          <Button key="anyway" danger loading={publish.isPending} onClick={() => publish.mutate(true)}>{t('publishAnyway')}</Button>
        ) : (
          <Button key="publish" type="primary" loading={publish.isPending} onClick={() => publish.mutate(false)}>{t('publish')}</Button>
        ),
      ]}
    >
      {conflict !== null ? (
        <Conflict refusal={conflict} />
      ) : error !== null ? (
        <ErrorNote error={error} />
      ) : (
        <>
          <p>{t('means')}</p>
          <ul className="faults">
            <li>{t(isFirst ? 'meansFirst' : 'meansInstead')}</li>
            <li>{t('meansServed')}</li>
            <li>{t('meansCost')}</li>
          </ul>
          {missing > 0 && <Alert type="warning" showIcon title={t('missingHeads', { count: missing })} />}
        </>
      )}
    </Modal>
  )
}

const SHOWN = 50

/** Why the plan no longer fits the district. */
function Conflict({ refusal }: { refusal: ApiError }) {
  const { t } = useTranslation('handout')
  return (
    <div role="alert">
      <p>{t('outdated')}</p>
      <ul className="faults">
        {refusal.faults.slice(0, SHOWN).map(({ pointer, detail }) => <li key={`${pointer} ${detail}`}>{detail}</li>)}
      </ul>
      {refusal.faultCount > SHOWN && <p>{t('moreFaults', { count: refusal.faultCount - SHOWN })}</p>}
    </div>
  )
}
