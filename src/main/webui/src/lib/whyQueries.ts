import { queryOptions } from '@tanstack/react-query'
import { api, told } from './api/client'
import type { CadreExplanation, DemandExplanation, Plan } from './api/types'
import { versionOf } from './queries'
import { keys } from './queryKeys'

/** Why a demand is staffed as it is. */
export function whyDemandQuery(plan: Plan, demand: string) {
  return queryOptions({
    queryKey: keys.whyDemand(plan.id, demand, versionOf(plan)),
    queryFn: () =>
      told<DemandExplanation>(
        api.GET('/api/v1/plans/{id}/explanations/demands/{demand}', { params: { path: { id: plan.id, demand } } }),
      ),
    staleTime: Infinity,
  })
}

/** Why cadres serve as they do, or not at all. */
export function whyCadreQuery(plan: Plan, cadre: string) {
  return queryOptions({
    queryKey: keys.whyCadre(plan.id, cadre, versionOf(plan)),
    queryFn: () =>
      told<CadreExplanation>(
        api.GET('/api/v1/plans/{id}/explanations/cadres/{cadre}', { params: { path: { id: plan.id, cadre } } }),
      ),
    staleTime: Infinity,
  })
}
