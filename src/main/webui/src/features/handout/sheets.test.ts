import { describe, expect, it } from 'vitest'
import type { Problem, Schedule } from '@/lib/api/types'
import { indexOf } from '@/lib/problemIndex'
import { serving, siteSheets, unitSheets, writeCsv } from './sheets'

const location = { lat: 39.9, lon: 116.4 }
const problem: Problem = {
  communities: [{ id: 'c', name: '社区', subdistrict: '街道', location }],
  units: [{ id: 'u', name: '财政局', staff: 9 }, { id: 'v', staff: 9 }],
  posts: [{ id: 'guide', name: '引导' }, { id: 'sampler' }],
  sites: [{ id: 's', name: '<img src=x onerror=alert(1)>', community: 'c', location }, { id: 'empty', community: 'c', location }],
  rounds: [{ id: 'r', date: '2022-05-03' }],
  windows: [
    { id: 'late', round: 'r', start: '2022-05-03T12:00', end: '2022-05-03T18:00' },
    { id: 'early', round: 'r', start: '2022-05-03T05:30', end: '2022-05-03T12:00' },
  ],
  demands: [
    { id: 'd1', site: 's', window: 'late', post: 'sampler', min: 1, ideal: 1, max: 1, priority: 5 },
    { id: 'd2', site: 's', window: 'early', post: 'sampler', min: 1, ideal: 1, max: 1, priority: 5 },
    { id: 'd3', site: 's', window: 'early', post: 'guide', min: 2, ideal: 2, max: 2, priority: 5 },
  ],
  cadres: [
    { id: 'a', name: '安', unit: 'u', homeCommunity: 'c', location },
    { id: 'b', unit: 'v', homeCommunity: 'c', location },
  ],
}
const schedule = {
  assignments: [
    { demand: 'd1', cadre: 'a', pinned: false },
    { demand: 'd2', cadre: 'b', pinned: false },
    { demand: 'd3', cadre: 'a', pinned: false },
  ],
  unfilled: [{ demand: 'd3', missing: 1 }],
} as unknown as Schedule

describe('sheets of sites', () => {
  const sheets = siteSheets(indexOf(problem), schedule)
  it('leave out a site without duties', () => {
    expect(sheets.map(({ id }) => id)).toEqual(['s'])
  })
  it('have teams in time, posts in the order of the problem, and who is missing', () => {
    expect(sheets[0]?.teams.map(({ window }) => window.id)).toEqual(['early', 'late'])
    expect(sheets[0]?.teams[0]?.duties.map(({ name, post }) => [name, post])).toEqual([['安', '引导'], ['b', 'sampler']])
    expect(sheets[0]?.teams[0]?.missing).toEqual([{ post: '引导', heads: 1 }])
    expect(sheets[0]).toMatchObject({ people: 2, missing: 1, place: '街道 · 社区' })
  })
})

it('sheets of units count people once and list their duties in time', () => {
  const [sheet] = unitSheets(indexOf(problem), schedule)
  expect(sheet).toMatchObject({ name: '财政局', people: 1 })
  expect(sheet?.duties.map(({ window }) => window.id)).toEqual(['early', 'late'])
})

it('those who serve are told with their number of duties', () => {
  expect(serving(indexOf(problem), schedule).map(({ name, duties }) => [name, duties])).toEqual([['安', 2], ['b', 1]])
})

describe('CSV', () => {
  it('is written so that nothing becomes a formula', () => {
    expect(writeCsv([['=1+1', 'a"b']])).toBe('\uFEFF"\'=1+1","a""b"\r\n')
  })
})
