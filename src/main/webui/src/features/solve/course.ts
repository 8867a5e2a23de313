import { queryOptions } from '@tanstack/react-query'
import { api, told } from '@/lib/api/client'
import type { Course, Plan, Score } from '@/lib/api/types'
import { secondsOf } from '@/lib/format'
import { keys } from '@/lib/queryKeys'

/** A moment of a search: what the schedule cost, and what none can cost less than. Lower is better. */
export type Moment = { seconds: number; cost: number | null; limit: number | null }

/** How the search of a plan went before the page was opened. */
export function courseQuery(plan: string) {
  return queryOptions({
    queryKey: keys.course(plan),
    queryFn: async () =>
      (await told<Course>(api.GET('/api/v1/plans/{id}/course', { params: { path: { id: plan } } }))).moments
        .map(({ elapsed, score, bound }) => momentOf(elapsed, score, bound))
        .filter((moment) => moment !== null),
    gcTime: 0, // what is told live comes after it: it is asked anew at the next visit
    staleTime: Infinity,
  })
}

/** What was told live, with one more moment; the same where nothing new was told. */
export function withMoment(live: Moment[], plan: Plan): Moment[] {
  const moment = momentOf(plan.progress.elapsed, plan.score, plan.bound ?? plan.progress.bound)
  const last = live.at(-1)
  if (moment === null || (last !== undefined && moment.seconds <= last.seconds)) {
    return live
  }
  return [...live, moment]
}

/** The whole course of what was noted before and what was told live. */
export function joined(before: Moment[], live: Moment[]): Moment[] {
  const until = before.at(-1)?.seconds ?? -1
  return [...before, ...live.filter(({ seconds }) => seconds > until)]
}

function momentOf(elapsed: string, score: Score | null, bound: Score | null): Moment | null {
  if (score === null && bound === null) {
    return null
  }
  // Goals can be compared only between schedules that miss as many heads.
  const isComparable = score !== null && bound !== null && score.medium === bound.medium && bound.soft <= 0
  return {
    seconds: secondsOf(elapsed),
    cost: score === null ? null : -score.soft,
    limit: bound === null || (score !== null && !isComparable) ? null : -bound.soft,
  }
}
