import { expect, test } from 'vitest'
import type { Plan } from '@/lib/api/types'
import { joined, withMoment, type Moment } from './course'

function plan(elapsed: string, medium: number, soft: number, boundMedium: number, boundSoft: number): Plan {
  return {
    score: { hard: 0, medium, soft },
    bound: { hard: 0, medium: boundMedium, soft: boundSoft },
    progress: { elapsed },
  } as Plan
}

const first: Moment = { seconds: 3.5, cost: 200, limit: 180 }

test('a moment is what the schedule costs, and what none can cost less than', () => {
  expect(withMoment([], plan('PT3.5S', 0, -200, 0, -180))).toEqual([first])
})

test('the bound of schedules with other heads missing is no limit', () => {
  expect(withMoment([], plan('PT1M', -5, -200, 0, -180))).toEqual([{ seconds: 60, cost: 200, limit: null }])
})

test('what was told already is not told twice', () => {
  const course = [first]
  expect(withMoment(course, plan('PT3.5S', 0, -200, 0, -180))).toBe(course)
})

test('what was noted before and what was told live are one course', () => {
  const later = { ...first, seconds: 5 }
  expect(joined([first], [{ ...first, cost: 300 }, later])).toEqual([first, later])
  expect(joined([], [first])).toEqual([first])
})
