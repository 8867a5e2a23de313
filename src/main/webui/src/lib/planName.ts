import type { TFunction } from 'i18next'
import type { Plan } from './api/types'
import { instant } from './format'

/** What a plan is called; one without a name after the time at which it was submitted. */
export function planName(plan: Plan, t: TFunction): string {
  return plan.name ?? t('unnamedPlan', { when: instant(plan.created) })
}
