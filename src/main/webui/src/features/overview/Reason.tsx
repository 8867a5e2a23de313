import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DemandExplanation, Plan } from '@/lib/api/types'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { whyDemandQuery } from '@/lib/whyQueries'

/** Why heads are missing at a demand, in a sentence. */
export function Reason({ plan, demand }: { plan: Plan; demand: string }) {
  const { t } = useTranslation('overview')
  const { data, error } = useQuery(whyDemandQuery(plan, demand))
  if (data === undefined && error !== null) {
    return <span className="quiet">{t('reason.unread')}</span>
  }
  if (data === undefined) {
    return <span className="quiet">…</span>
  }
  return <span className="reason">{reasonOf(data, t)}</span>
}

export function reasonOf({ cadres, remaining, shortage }: DemandExplanation, t: TFunction<'overview'>): string {
  const last = remaining.find(({ cadres: left }) => left === 0)
  if (last !== undefined) {
    return t('reason.nobody', { cadres: number(cadres), rule: inLanguage(last.rule.name) })
  }
  if (shortage !== null) {
    const { demands, required, available, missing } = shortage
    return t('reason.shortage', { demands: demands.length, required, available, missing })
  }
  return t('reason.elsewhere', { left: number(remaining.at(-1)?.cadres ?? cadres) })
}
