import type { Assignment, Cadre, Demand, Problem } from '@/lib/api/types'
import { indexOf } from '@/lib/problemIndex'
import { boardOf, type Board } from './board'
import { factsOf } from './facts'

const HERE = { lat: 39.9, lon: 116.4 }

export function aCadre(id: string, more: Partial<Cadre> = {}): Cadre {
  return {
    id, unit: 'school', level: 'DISTRICT', homeCommunity: 'north', location: HERE, roundsServed: 3, minutesServed: 0, ...more,
  }
}

export function aDemand(id: string, more: Partial<Demand> = {}): Demand {
  return {
    id, site: 'gate', window: 'early', post: 'guide', min: 1, ideal: 1, max: 2, priority: 5, idealWeight: 1, overWeight: 1,
    ...more,
  }
}

/** A gate and a yard, a morning and an afternoon; what a test says is added. */
export function aBoard(assignments: [demand: string, cadre: string, pinned?: boolean][], more: Partial<Problem> = {}): Board {
  const problem: Problem = {
    timeZone: 'Asia/Shanghai',
    communities: [{ id: 'north', name: 'North', subdistrict: 'N', location: HERE }],
    units: [{ id: 'school', name: 'School No. 1', staff: 10, maxAwayShare: 0.29 }],
    posts: [{ id: 'guide', name: 'Guide' }],
    sites: [
      { id: 'gate', name: 'Gate', kind: 'SCREENING', community: 'north', location: HERE, admits: 'ANYONE' },
      { id: 'yard', name: 'Yard', kind: 'SCREENING', community: 'north', location: { lat: 40, lon: 116.4 }, admits: 'ANYONE' },
    ],
    rounds: [{ id: 'r1', date: '2022-05-03' }],
    windows: [
      { id: 'late', round: 'r1', start: '2022-05-03T12:30', end: '2022-05-03T19:30' },
      { id: 'early', round: 'r1', start: '2022-05-03T05:30', end: '2022-05-03T12:30' },
    ],
    demands: [aDemand('gate-early'), aDemand('gate-late', { window: 'late' }), aDemand('yard-early', { site: 'yard', min: 2, max: 2 })],
    cadres: [aCadre('yang'), aCadre('li', { roundsServed: 1 }), aCadre('wu', { roundsServed: 0 }), aCadre('he')],
    ...more,
  }
  return boardOf(factsOf(indexOf(problem)), assignmentsOf(assignments))
}

export function assignmentsOf(assignments: [demand: string, cadre: string, pinned?: boolean][]): Assignment[] {
  return assignments.map(([demand, cadre, pinned = false]) => ({ demand, cadre, pinned }))
}
