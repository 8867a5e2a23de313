import { expect, test } from 'vitest'
import type { Rule } from '@/lib/api/types'
import { changedWeights, minutesOfTravel, stepOf, stepsOf, USUAL_STEP, usualWeights } from './goals'

function goal(id: string, defaultWeight: number): Rule {
  const text = { zh: id, en: id }
  return { id, level: 'SOFT', defaultWeight, adjustable: true, name: text, text }
}

const rules = [goal('travel', 1), goal('team-units', 5), goal('fairness', 1)]

test('a district weighs goals in its own way', () => {
  expect(usualWeights(rules, { 'team-units': 9 })).toEqual({ travel: 1, 'team-units': 9, fairness: 1 })
})

test('one more unit in a team is worth five minutes of travel, and half as many where travel counts double', () => {
  expect(minutesOfTravel(rules[1]!, { travel: 1, 'team-units': 5 })).toBe(5)
  expect(minutesOfTravel(rules[1]!, { travel: 2, 'team-units': 5 })).toBe(2.5)
  expect(minutesOfTravel(rules[1]!, { travel: 0, 'team-units': 5 })).toBeNull()
})

test('the ninth hour of a cadre counts 9² - 8²', () => {
  expect(minutesOfTravel(rules[2]!, { travel: 1, fairness: 1 })).toBe(17)
})

test('the tenth hour of a day counts 2² - 1²', () => {
  expect(minutesOfTravel(goal('long-day', 5), { travel: 1, 'long-day': 5 })).toBe(15)
})

test('what usually weighs 1 cannot weigh less but nothing', () => {
  expect(stepsOf(1)).toEqual([0, 3, 4, 5, 6])
  expect(stepsOf(5)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('a weight stands at the nearest step', () => {
  expect(stepOf(1, 1)).toBe(USUAL_STEP)
  expect(stepOf(10, 5)).toBe(4)
  expect(stepOf(0, 5)).toBe(0)
})

test('only what was changed is sent, together with what the district says', () => {
  const usual = usualWeights(rules, { fairness: 3 })
  expect(changedWeights(usual, usual, { fairness: 3 })).toBeUndefined()
  expect(changedWeights({ ...usual, travel: 2 }, usual, { fairness: 3 })).toEqual({ fairness: 3, travel: 2 })
})
