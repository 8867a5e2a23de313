import { expect, test } from 'vitest'
import type { Plan, Publication, Round } from '@/lib/api/types'
import { standingOf } from './standing'

const round: Round = { id: 'r1', date: '2022-05-03' }
const score = { hard: 0, medium: 0, soft: -1 }

function plan(id: string, more: Partial<Plan> = {}): Plan {
  return { id, rounds: ['r1'], score, ...more } as Plan
}

test('the published plan counts, even where a newer one is there', () => {
  const published = { plan: 'old', standing: [{ round: 'r1', date: '2022-05-03' }] } as Publication
  expect(standingOf([round], [plan('new'), plan('old')], [published])).toEqual([
    { round, plan: plan('old'), isPublished: true },
  ])
})

test('a newer plan without a schedule does not hide an older one that has one', () => {
  const queued = plan('queued', { score: null })
  expect(standingOf([round], [queued, plan('old')], [])[0]?.plan?.id).toBe('old')
})

test('a plan of other rounds does not count', () => {
  expect(standingOf([round], [plan('other', { rounds: ['r2'] })], [])[0]?.plan).toBeNull()
})

test('what was published for another date, or withdrawn, does not count', () => {
  const moved = { plan: 'old', standing: [{ round: 'r1', date: '2022-05-02' }] } as Publication
  const withdrawn = { plan: 'old', rounds: ['r1'], standing: [] as Publication['standing'] } as Publication
  expect(standingOf([round], [plan('new'), plan('old')], [moved, withdrawn])[0]?.isPublished).toBe(false)
})
