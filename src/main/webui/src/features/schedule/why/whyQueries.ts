import { queryOptions } from '@tanstack/react-query'
import { api, told } from '@/lib/api/client'
import type { CadreExplanation, DemandExplanation, Plan } from '@/lib/api/types'

/** Why a demand is staffed as it is. Forgotten when the schedule is changed by hand. */
export function whyDemandQuery(plan: Plan, demand: string) {
  return queryOptions({
    queryKey: ['plans', plan.id, 'why', 'demand', demand, plan.score?.soft],
    queryFn: () =>
      told<DemandExplanation>(
        api.GET('/api/v1/plans/{id}/explanations/demands/{demand}', { params: { path: { id: plan.id, demand } } }),
      ),
    staleTime: Infinity,
  })
}

/** Why a cadre serves as she does, or not at all. */
export function whyCadreQuery(plan: Plan, cadre: string) {
  return queryOptions({
    queryKey: ['plans', plan.id, 'why', 'cadre', cadre, plan.score?.soft],
    queryFn: () =>
      told<CadreExplanation>(
        api.GET('/api/v1/plans/{id}/explanations/cadres/{cadre}', { params: { path: { id: plan.id, cadre } } }),
      ),
    staleTime: Infinity,
  })
}
