import type { Plan } from '@/lib/api/types'
import { secondsOf } from '@/lib/format'

/** A moment of a search: what the schedule cost, and what none can cost less than. Lower is better. */
export type Moment = { seconds: number; cost: number | null; limit: number | null }

const REMEMBERED = 'muster.course.'

/** The course so far, which a reload of the page does not lose; the service keeps only where a plan stands. */
export function courseOf(id: string): Moment[] {
  try {
    return JSON.parse(sessionStorage.getItem(REMEMBERED + id) ?? '[]') as Moment[]
  } catch {
    return []
  }
}

/** The course with one more moment; the same one where nothing new was told. */
export function withMoment(course: Moment[], plan: Plan): Moment[] {
  const moment = momentOf(plan)
  const last = course.at(-1)
  if (moment === null || (last !== undefined && moment.seconds <= last.seconds)) {
    return course
  }
  return [...course, moment]
}

export function remember(id: string, course: Moment[]): void {
  try {
    sessionStorage.setItem(REMEMBERED + id, JSON.stringify(course))
  } catch {
    // Full or forbidden: the curve begins anew after a reload.
  }
}

function momentOf(plan: Plan): Moment | null {
  const bound = plan.bound ?? plan.progress.bound
  if (plan.score === null && bound === null) {
    return null
  }
  // Goals can be compared only between schedules that miss as many heads.
  const isComparable = plan.score !== null && bound !== null && plan.score.medium === bound.medium && bound.soft <= 0
  return {
    seconds: secondsOf(plan.progress.elapsed),
    cost: plan.score === null ? null : -plan.score.soft,
    limit: bound === null || (plan.score !== null && !isComparable) ? null : -bound.soft,
  }
}
