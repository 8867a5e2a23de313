import type { QueryKey } from '@tanstack/react-query'

/**
 * The keys under which answers of the service are kept. What stands further left holds what stands further right: to
 * invalidate a district is to invalidate all that was read of it.
 */
export const keys = {
  rules: ['rules'],
  demos: ['demos'],
  pageSettings: ['page'],

  districts: ['districts'],
  district: (district: string) => ['districts', district],
  /** The first thousand items of a list. */
  shortList: (district: string, list: string) => ['districts', district, list],
  publications: (district: string) => ['districts', district, 'publications'],
  items: (district: string, list: string, query?: object) =>
    query === undefined ? ['districts', district, 'items', list] : ['districts', district, 'items', list, query],
  allItems: (district: string, list: string) => ['districts', district, 'all', list],
  revision: (district: string, list: string) => ['districts', district, 'revision', list],
  phones: (district: string | null) => ['phones', district],

  plans: ['plans'],
  plansOf: (district: string | undefined) => ['plans', { district: district ?? null }],
  plan: (plan: string) => ['plans', plan],
  /** The version of a plan that its reader has seen. */
  planEtag: (plan: string) => ['etags', plan],
  problem: (plan: string) => ['plans', plan, 'problem'],
  course: (plan: string) => ['plans', plan, 'course'],
  /** What follows from a schedule; `version` tells the schedules of a plan apart. */
  schedule: (plan: string, version: string) => ['plans', plan, 'schedule', version],
  deployment: (plan: string, version: string) => ['plans', plan, 'deployment', version],
  evaluation: (plan: string, version: string) => ['plans', plan, 'evaluation', version],
  whyDemand: (plan: string, demand: string, version: string) => ['plans', plan, 'why', 'demand', demand, version],
  whyCadre: (plan: string, cadre: string, version: string) => ['plans', plan, 'why', 'cadre', cadre, version],
  effect: (plan: string, etag: string | undefined, changes: readonly object[]) => ['plans', plan, 'effect', etag, changes],

  dutyCards: ['duties'],
  dutyCard: (token: string) => ['duties', token],
} satisfies Record<string, QueryKey | ((...of: never[]) => QueryKey)>

/** The beginning of every {@link keys.planEtag}. */
export const PLAN_ETAGS = ['etags']
