import type { Plan } from './api/types'
import { percent } from './format'

/** How far the plan may be from the best; a dash while nothing can be told. */
export function spokenGap(gap: number | null | undefined): string {
  return gap === null || gap === undefined || gap > 1 ? '—' : percent(gap)
}

/** Weighted heads that are missing; 0 where all required heads are there, null without a schedule. */
export function missingWeight(plan: Plan): number | null {
  return plan.score === null ? null : -plan.score.medium
}
