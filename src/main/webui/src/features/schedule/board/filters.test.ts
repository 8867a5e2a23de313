import { describe, expect, it } from 'vitest'
import type { Board } from './board'
import { filterCounts, keepsLoad, keepsTeam, newcomersAlone, NO_FILTERS, type Filters } from './filters'
import { aBoard, aCadre } from './testProblem'

const ALL: Filters = { ...NO_FILTERS, loadHours: 40 }

function teamsKept(board: Board, filters: Partial<Filters>): string[] {
  return board.sites.flatMap((site) =>
    site.teams.filter((team) => keepsTeam(team, { ...ALL, ...filters }, board)).map((team) => `${team.site.site.id} ${team.window.id}`),
  )
}

describe('filters', () => {
  const board = aBoard([['gate-early', 'yang'], ['yard-early', 'li'], ['yard-early', 'wu']], {
    cadres: [aCadre('yang', { minutesServed: 2400 }), aCadre('li', { roundsServed: 1 }), aCadre('wu', { roundsServed: 0 }), aCadre('he')],
  })

  it('keep everything when nothing is asked', () => {
    expect(teamsKept(board, {})).toEqual(['gate early', 'gate late', 'yard early'])
  })

  it('keep what is asked', () => {
    expect(teamsKept(board, { unfilled: true })).toEqual(['gate late'])
    expect(teamsKept(board, { newcomers: true })).toEqual(['yard early'])
    expect(teamsKept(board, { travel: true })).toEqual(['yard early'])
    expect(teamsKept(board, { overload: true })).toEqual(['gate early'])
    expect(teamsKept(board, { window: 'late' })).toEqual(['gate late'])
  })

  it('keep what meets all that is asked', () => {
    expect(teamsKept(board, { newcomers: true, travel: true })).toEqual(['yard early'])
    expect(teamsKept(board, { newcomers: true, overload: true })).toEqual([])
  })

  it('keep travel that is just not too long', () => {
    expect(teamsKept(board, { travel: true, travelMinutes: 58 })).toEqual([])
    expect(teamsKept(board, { travel: true, travelMinutes: 57 })).toEqual(['yard early'])
  })

  it('keep people', () => {
    const kept = (filters: Partial<Filters>) =>
      ['yang', 'li', 'wu', 'he'].filter((id) => keepsLoad(board.loads.get(id), { ...ALL, ...filters }, newcomersAlone(board)))
    expect(kept({})).toEqual(['yang', 'li', 'wu', 'he'])
    expect(kept({ newcomers: true })).toEqual(['li', 'wu'])
    expect(kept({ overload: true })).toEqual(['yang'])
    expect(kept({ window: 'early' })).toEqual(['yang', 'li', 'wu'])
  })

  it('say how much they would find', () => {
    expect(filterCounts(board, ALL)).toEqual({ unfilled: 1, newcomers: 1, travel: 2, overload: 1 })
    expect(filterCounts(board, { ...ALL, window: 'early' }).unfilled).toBe(0)
  })
})
