import { describe, expect, it } from 'vitest'
import { heavyHours } from './board'
import { aBoard, aCadre, aDemand } from './testProblem'

describe('a board', () => {
  it('counts required heads that are missing, and seats beyond them', () => {
    const board = aBoard([['gate-early', 'yang'], ['yard-early', 'li']])
    expect(board.lines.get('gate-early')).toMatchObject({ missing: 0, free: 1 })
    expect(board.lines.get('gate-late')).toMatchObject({ missing: 1, free: 1 })
    expect(board.lines.get('yard-early')).toMatchObject({ missing: 1, free: 0 })
    expect(board).toMatchObject({ required: 4, heads: 2, missing: 2, unused: 2, pins: 0 })
  })

  it('has the teams of a site by start', () => {
    const gate = aBoard([]).sites.find((site) => site.facts.site.id === 'gate')
    expect(gate?.teams.map((team) => team.window.id)).toEqual(['early', 'late'])
  })

  it('tells teams of newcomers only', () => {
    const isNewcomersOnly = (assignments: Parameters<typeof aBoard>[0]) =>
      aBoard(assignments).sites.find((site) => site.facts.site.id === 'yard')?.teams[0]?.isNewcomersOnly
    expect(isNewcomersOnly([['yard-early', 'li'], ['yard-early', 'wu']])).toBe(true)
    expect(isNewcomersOnly([['yard-early', 'li'], ['yard-early', 'yang']])).toBe(false)
    expect(isNewcomersOnly([])).toBe(false)
  })

  it('measures travel as the planning model does', () => {
    const board = aBoard([['yard-early', 'yang'], ['gate-early', 'li']])
    expect(board.lines.get('yard-early')?.duties[0]?.travel).toBe(58) // 11.12 km x 1.3 at 15 km/h
    expect(board.lines.get('gate-early')?.duties[0]?.travel).toBe(0)
  })

  it('takes travel minutes that were told, and none for the confined', () => {
    const board = aBoard([['yard-early', 'yang'], ['yard-early', 'li']], {
      travel: { speedKmh: 15, detour: 1.3, minutes: { yang: { yard: 7 } } },
      cadres: [aCadre('yang'), aCadre('li', { confinedTo: 'yard' })],
    })
    expect(board.lines.get('yard-early')?.duties.map((duty) => duty.travel)).toEqual([7, 0])
  })

  it('has the load of a cadre in order, earlier minutes included', () => {
    const board = aBoard([['gate-late', 'yang'], ['gate-early', 'yang']], { cadres: [aCadre('yang', { minutesServed: 60 })] })
    const load = board.loads.get('yang')
    expect(load?.duties.map((duty) => duty.demand.id)).toEqual(['gate-early', 'gate-late'])
    expect(load).toMatchObject({ minutes: 840, total: 900, isBeyondLimits: false })
    expect(heavyHours(board)).toBe(16)
  })

  it('sees loads beyond a preferred limit', () => {
    const board = aBoard([['gate-late', 'yang'], ['gate-early', 'yang']], {
      cadres: [aCadre('yang', { dutyRules: 'one' })],
      dutyRules: [{ id: 'one', minRest: 0, maxDuties: { limit: 1, weight: 3 } }],
    })
    expect(board.loads.get('yang')?.isBeyondLimits).toBe(true)
  })

  it('sees a service over midnight that is longer than a day may be, and parts it where the site changes', () => {
    const nightAndDay = (site: string) =>
      aBoard([['night', 'yang'], ['day', 'yang']], {
        cadres: [aCadre('yang', { dutyRules: 'ten' })],
        dutyRules: [{ id: 'ten', minRest: 0, maxMinutesPerDay: 600 }],
        windows: [
          { id: 'night', round: 'r1', start: '2022-05-03T20:00', end: '2022-05-04T04:00' },
          { id: 'day', round: 'r1', start: '2022-05-04T05:00', end: '2022-05-04T08:00' },
        ],
        demands: [aDemand('night', { window: 'night' }), aDemand('day', { window: 'day', site })],
      }).loads.get('yang')?.isBeyondLimits
    expect(nightAndDay('gate')).toBe(true)
    expect(nightAndDay('yard')).toBe(false)
  })

  it('rounds the ceiling of a unit down, and counts people, not duties', () => {
    const [school] = aBoard([['gate-late', 'yang'], ['gate-early', 'yang'], ['yard-early', 'li']]).units
    expect(school).toMatchObject({ ceiling: 2, deployed: 2, mostAway: 2 })
  })

  it('leaves out assignments of what the problem does not know', () => {
    expect(aBoard([['nowhere', 'yang'], ['gate-early', 'nobody']]).heads).toBe(0)
  })
})
