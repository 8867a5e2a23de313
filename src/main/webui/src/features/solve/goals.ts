import type { Rule } from '@/lib/api/types'

export type Weights = Record<string, number>

/** The goals that planners weigh as a matter of course; the others are folded away. */
const PLAIN = ['fairness', 'long-day', 'team-units', 'experience', 'unit-pairing', 'home', 'same-site', 'preference']

/** The steps of a slider, as multiples of the usual weight. */
export const STEPS = [0, 0.25, 0.5, 1, 2, 4, 8] as const
export const USUAL_STEP = STEPS.indexOf(1)

export const TRAVEL = 'travel'

export function plainGoals(rules: Rule[]): Rule[] {
  return PLAIN.flatMap((id) => rules.filter((rule) => rule.adjustable && rule.id === id))
}

export function furtherGoals(rules: Rule[]): Rule[] {
  return rules.filter((rule) => rule.adjustable && !PLAIN.includes(rule.id))
}

/** What the goals weigh in a district unless a plan says otherwise. */
export function usualWeights(rules: Rule[], ofDistrict: Weights | undefined): Weights {
  const defaults = rules.filter(({ adjustable }) => adjustable).map(({ id, defaultWeight }) => [id, defaultWeight])
  return { ...(Object.fromEntries(defaults) as Weights), ...ofDistrict }
}

/** The steps that a goal has: weights are whole numbers, so what usually weighs 1 cannot weigh less but nothing. */
export function stepsOf(usual: number): number[] {
  return STEPS.flatMap((multiple, step) => (multiple === 0 || usual * multiple >= 1 ? [step] : []))
}

/** The step of a slider that is nearest to a weight. */
export function stepOf(weight: number, usual: number): number {
  const far = (step: number) => Math.abs(weightAt(STEPS[step] ?? 1, usual) - weight)
  return stepsOf(usual).reduce((nearest, step) => (far(step) < far(nearest) ? step : nearest))
}

export function weightAt(multiple: number, usual: number): number {
  return Math.round(usual * multiple)
}

/** Squared hours: the ninth hour of a cadre adds 9² - 8², the second one beyond eight on a day 2² - 1². */
const QUANTITIES: Record<string, number> = { fairness: 17, 'long-day': 3 }

/** How many minutes of travel one more of a goal is worth; null where travel counts nothing. */
export function minutesOfTravel(goal: Rule, weights: Weights): number | null {
  const perMinute = weights[TRAVEL] ?? 1
  return perMinute === 0 ? null : ((QUANTITIES[goal.id] ?? 1) * (weights[goal.id] ?? 0)) / perMinute
}

/** What to send: nothing where all weigh as usual, else every weight that is not a default of the service. */
export function changedWeights(weights: Weights, usual: Weights, ofDistrict: Weights | undefined): Weights | undefined {
  const changed = Object.entries(weights).filter(([goal, weight]) => weight !== usual[goal])
  return changed.length === 0 ? undefined : { ...ofDistrict, ...Object.fromEntries(changed) }
}
