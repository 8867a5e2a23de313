import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, told } from './api/client'
import { ApiError, type ProblemDocument } from './api/errors'
import type {
  Demo, Deployment, DistrictView, Evaluation, Plan, PlanPage, Post, Problem, Publication, Round, Rule, Schedule, Window,
} from './api/types'
import { indexOf, type ProblemIndex } from './problemIndex'
import { keys } from './queryKeys'

/** The plan is over: nothing of it changes by itself any more. */
export function hasEnded(plan: Plan): boolean {
  return plan.status !== 'QUEUED' && plan.status !== 'SOLVING'
}

const BETWEEN_LOOKS = 2_000
const BETWEEN_TRIES = 5_000
const FIVE_MINUTES = 5 * 60_000
const HALF_AN_HOUR = 1_800_000

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: () => told<Rule[]>(api.GET('/api/v1/rules')),
  staleTime: Infinity,
})

export const demosQuery = queryOptions({
  queryKey: keys.demos,
  queryFn: () => told<Demo[]>(api.GET('/api/v1/demo-problems')),
  staleTime: Infinity,
})

export const districtsQuery = queryOptions({
  queryKey: keys.districts,
  queryFn: async () =>
    (await told<{ districts: DistrictView['district'][] }>(
      api.GET('/api/v1/districts', { params: { query: { limit: 1000 } } }),
    )).districts,
})

export function districtQuery(district: string) {
  return queryOptions({
    queryKey: keys.district(district),
    queryFn: () => told<DistrictView>(api.GET('/api/v1/districts/{district}', { params: { path: { district } } })),
  })
}

/** The rounds of a district by date. */
export function roundsQuery(district: string) {
  return queryOptions({
    queryKey: keys.shortList(district, 'rounds'),
    queryFn: async () =>
      (await shortList<Round>(district, 'rounds')).toSorted(
        (a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id),
      ),
  })
}

export function windowsQuery(district: string) {
  return queryOptions({
    queryKey: keys.shortList(district, 'windows'),
    queryFn: () => shortList<Window>(district, 'windows'),
  })
}

export function postsQuery(district: string) {
  return queryOptions({
    queryKey: keys.shortList(district, 'posts'),
    queryFn: () => shortList<Post>(district, 'posts'),
  })
}

/** The first thousand items: all of a list that does not grow with people and sites. */
async function shortList<T>(district: string, list: 'rounds' | 'windows' | 'posts'): Promise<T[]> {
  const params = { path: { district, list }, query: { limit: 1000 } }
  return (await told<{ items: T[] }>(api.GET('/api/v1/districts/{district}/{list}', { params }))).items
}

export function publicationsQuery(district: string) {
  return queryOptions({
    queryKey: keys.publications(district),
    queryFn: () =>
      told<Publication[]>(api.GET('/api/v1/districts/{district}/publications', { params: { path: { district } } })),
  })
}

/** The newest plans, of one district or of all. Looked at again while one of them runs. */
export function plansQuery(district?: string) {
  return queryOptions({
    queryKey: keys.plansOf(district),
    queryFn: async () =>
      (await told<PlanPage>(api.GET('/api/v1/plans', { params: { query: { district, limit: 200 } } }))).plans,
    refetchInterval: (query) => (query.state.data?.every(hasEnded) ?? true ? false : BETWEEN_LOOKS),
  })
}

export function planQuery(id: string) {
  return queryOptions({
    queryKey: keys.plan(id),
    queryFn: ({ client }) => fetchPlan(client, id),
  })
}

/** Asks with the ETag of what is known, so that an unchanged plan is not sent again. */
async function fetchPlan(client: QueryClient, id: string): Promise<Plan> {
  const known = client.getQueryData<string>(keys.planEtag(id))
  const { data, response, error } = await api.GET('/api/v1/plans/{id}', {
    params: { path: { id } },
    headers: known === undefined ? {} : { 'If-None-Match': known },
  })
  if (response.status === 304) {
    const plan = client.getQueryData<Plan>(keys.plan(id))
    if (plan !== undefined) {
      return plan
    }
  }
  if (!response.ok) {
    throw ApiError.of(response, error as ProblemDocument)
  }
  client.setQueryData(keys.planEtag(id), response.headers.get('ETag'))
  return data as Plan
}

/** What a plan is changed by: the version that its reader has seen. */
export async function etagOf(client: QueryClient, plan: string): Promise<string> {
  const known = client.getQueryData<string>(keys.planEtag(plan))
  if (known !== undefined) {
    return known
  }
  await client.fetchQuery({ ...planQuery(plan), staleTime: 0 })
  return client.getQueryData<string>(keys.planEtag(plan))!
}

/** A plan, kept up to date while it runs: by its events, which a lost connection resumes. */
export function usePlan(id: string) {
  const client = useQueryClient()
  const query = useQuery(planQuery(id))
  const isRunning = query.data !== undefined && !hasEnded(query.data)
  useEffect(() => {
    if (!isRunning) {
      return
    }
    let events: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      events = new EventSource(`/api/v1/plans/${encodeURIComponent(id)}/events`)
      // The events say no violations: what GET /plans/{id} says beyond is asked for at the end.
      const take = (event: MessageEvent<string>) => client.setQueryData(keys.plan(id), JSON.parse(event.data) as Plan)
      events.addEventListener('status', take)
      events.addEventListener('progress', take)
      events.addEventListener('done', (event: MessageEvent<string>) => {
        take(event)
        events.close()
        void client.invalidateQueries({ queryKey: keys.plans })
      })
      events.addEventListener('error', () => {
        // A stream that breaks is resumed by the browser; one that was refused is not.
        if (events.readyState === EventSource.CLOSED) {
          void client.invalidateQueries({ queryKey: keys.plan(id), exact: true })
          again = setTimeout(listen, BETWEEN_TRIES)
        }
      })
    }
    listen()
    return () => {
      clearTimeout(again)
      events.close()
    }
  }, [client, id, isRunning])
  return query
}

/** A plan's problem never changes: it is read once, indexed once, and shared by all views. */
export function problemQuery(plan: string) {
  return queryOptions({
    queryKey: keys.problem(plan),
    queryFn: async (): Promise<ProblemIndex> =>
      indexOf(await told<Problem>(api.GET('/api/v1/plans/{id}/problem', { params: { path: { id: plan } } }))),
    staleTime: 'static',
    gcTime: HALF_AN_HOUR,
    structuralSharing: false, // comparing tens of thousands of cadres would take longer than reading them
  })
}

export function useProblem(plan: string) {
  return useQuery(problemQuery(plan))
}

/** The schedule of a plan as it stands. */
export function scheduleQuery(plan: Plan) {
  return queryOptions({
    queryKey: keys.schedule(plan.id, versionOf(plan)),
    queryFn: () => told<Schedule>(api.GET('/api/v1/plans/{id}/schedule', { params: { path: { id: plan.id } } })),
    enabled: plan.score !== null,
    staleTime: Infinity,
    gcTime: hasEnded(plan) ? FIVE_MINUTES : 0, // a long search would leave hundreds behind
    structuralSharing: false,
  })
}

/** The schedule as it stands; the one before it until that is read. */
export function useSchedule(plan: Plan) {
  return useQuery({
    ...scheduleQuery(plan),
    placeholderData: (before, query) => (query?.queryKey[1] === plan.id ? before : undefined),
  })
}

/** How many people a plan deploys, and which posts it leaves unfilled. */
export function deploymentQuery(plan: Plan) {
  return queryOptions({
    queryKey: keys.deployment(plan.id, versionOf(plan)),
    queryFn: () =>
      told<Deployment>(
        api.GET('/api/v1/plans/{id}/deployment', {
          params: { path: { id: plan.id } }, headers: { Accept: 'application/json' },
        }),
      ),
    staleTime: Infinity,
    structuralSharing: false,
  })
}

/** The referee's account of a plan as it stands. */
export function evaluationQuery(plan: Plan) {
  return queryOptions({
    queryKey: keys.evaluation(plan.id, versionOf(plan)),
    queryFn: () => told<Evaluation>(api.GET('/api/v1/plans/{id}/evaluation', { params: { path: { id: plan.id } } })),
    enabled: plan.score !== null,
    staleTime: Infinity,
    structuralSharing: false,
  })
}

export function useEvaluation(plan: Plan) {
  return useQuery(evaluationQuery(plan))
}

/** Tells two schedules of a plan apart: what is asked of one is asked anew of the next. */
export function versionOf({ status, score, changedByHand }: Plan): string {
  return score === null
    ? 'none'
    : `${status === 'SOLVING' ? 'so far' : 'final'} ${changedByHand} ${score.hard}/${score.medium}/${score.soft}`
}
