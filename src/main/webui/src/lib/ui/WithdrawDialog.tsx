import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, told } from '@/lib/api/client'
import type { Withdrawal } from '@/lib/api/types'
import { number } from '@/lib/format'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from './ErrorNote'
import { useFocusReturn } from './useFocusReturn'

/** What is withdrawn: a plan from all its rounds, or what is published for one round on a date. */
export type WithdrawalTarget = { plan: string } | { round: string; date: string; name: string }

/** Asks before a publication is withdrawn. */
export function WithdrawDialog({ district, target, onClose }: {
  district: string
  target: WithdrawalTarget
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  useFocusReturn()
  const withdraw = useMutation({
    mutationFn: () => told<Withdrawal>(requestOf(district, target)),
    onSuccess: ({ duties }) => {
      message.success(t('withdraw.done', { duties: number(duties) }))
      void client.invalidateQueries({ queryKey: keys.publications(district) })
      void client.invalidateQueries({ queryKey: keys.dutyCards })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={'plan' in target ? t('withdraw.planTitle') : t('withdraw.roundTitle', { round: target.name })}
      okText={t('withdraw.button')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      cancelButtonProps={{ autoFocus: true }}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate()}
      onCancel={onClose}
    >
      <p>{t('withdraw.means')}</p>
      <ul className="faults">
        <li>{t('withdraw.meansDuties')}</li>
        <li>{t('withdraw.meansServed')}</li>
        <li>{t('withdraw.meansPlan')}</li>
      </ul>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
    </Modal>
  )
}

function requestOf(district: string, target: WithdrawalTarget) {
  return 'plan' in target
    ? api.DELETE('/api/v1/districts/{district}/plans/{plan}/publication', { params: { path: { district, plan: target.plan } } })
    : api.DELETE('/api/v1/districts/{district}/rounds/{round}/publication', {
        params: { path: { district, round: target.round }, query: { date: target.date } },
      })
}
