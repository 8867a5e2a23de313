import { useTranslation } from 'react-i18next'
import type { PlanStatus } from '@/lib/api/types'
import './statusTag.css'

export function StatusTag({ status }: { status: PlanStatus }) {
  const { t } = useTranslation()
  return <span className={`status-tag ${status.toLowerCase()}`}>{t(`status.${status}`)}</span>
}
