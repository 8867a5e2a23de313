import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlanStatus } from '@/lib/api/types'

const COLOURS: Record<PlanStatus, string> = {
  INVALID: 'red', QUEUED: 'default', SOLVING: 'blue', SOLVED: 'green', STOPPED: 'gold', FAILED: 'red',
}

export function StatusTag({ status }: { status: PlanStatus }) {
  const { t } = useTranslation()
  return <Tag color={COLOURS[status]}>{t(`status.${status}`)}</Tag>
}
