import { describe, expect, it } from 'vitest'
import { assignmentsOf } from '../board/testProblem'
import { applied, assign, differences, done, inverse, move, NO_HISTORY, redone, swap, unassign, undone, type Change } from './changes'

const BEFORE = assignmentsOf([['gate', 'yang'], ['yard', 'li', true], ['gate', 'wu']])

function sorted(assignments: ReturnType<typeof applied>) {
  return assignments.toSorted((a, b) => a.demand.localeCompare(b.demand) || a.cadre.localeCompare(b.cadre))
}

describe('changes by hand', () => {
  it.each<[string, Change[]]>([
    ['assigning', assign('yard', 'he')],
    ['taking off', unassign('gate', 'yang')],
    ['taking off who is pinned', unassign('yard', 'li')],
    ['moving', move('wu', 'gate', 'yard')],
    ['swapping', swap({ cadre: 'yang', demand: 'gate' }, { cadre: 'li', demand: 'yard' })],
    ['taking over', swap({ cadre: 'he' }, { cadre: 'li', demand: 'yard' })],
    ['pinning', [{ op: 'PIN', demand: 'gate', cadre: 'wu' }]],
    ['unpinning', [{ op: 'UNPIN', demand: 'yard', cadre: 'li' }]],
  ])('%s can be undone', (_, changes) => {
    const after = applied(BEFORE, changes)
    expect(sorted(after)).not.toEqual(sorted(BEFORE))
    expect(sorted(applied(after, inverse(changes, BEFORE)))).toEqual(sorted(BEFORE))
  })

  it('swap two people', () => {
    const after = applied(BEFORE, swap({ cadre: 'yang', demand: 'gate' }, { cadre: 'li', demand: 'yard' }))
    expect(sorted(after)).toEqual(assignmentsOf([['gate', 'li'], ['gate', 'wu'], ['yard', 'yang']]))
  })

  it('leave alone what is not touched', () => {
    expect(applied(BEFORE, unassign('gate', 'yang'))[1]).toBe(BEFORE[2])
  })
})

describe('the history', () => {
  const first = { changes: assign('yard', 'he'), back: unassign('yard', 'he') }
  const second = { changes: unassign('gate', 'wu'), back: assign('gate', 'wu') }

  it('goes back and forth', () => {
    const both = done(done(NO_HISTORY, first), second)
    expect(undone(both)).toEqual({ done: [first], undone: [second] })
    expect(undone(undone(both))).toEqual({ done: [], undone: [second, first] })
    expect(redone(undone(both))).toEqual(both)
  })

  it('forgets what was undone when something new is done', () => {
    expect(done(undone(done(NO_HISTORY, first)), second)).toEqual({ done: [second], undone: [] })
  })

  it('stays empty when there is nothing to go back to', () => {
    expect(undone(NO_HISTORY)).toEqual(NO_HISTORY)
    expect(redone(NO_HISTORY)).toEqual(NO_HISTORY)
  })
})

describe('what others changed', () => {
  it('is what makes one schedule the other', () => {
    const theirs: Change[] = [...move('wu', 'gate', 'yard'), { op: 'UNPIN', demand: 'yard', cadre: 'li' }]
    const after = applied(BEFORE, theirs)
    const found = differences(BEFORE, after)
    expect(found).toHaveLength(3)
    expect(sorted(applied(BEFORE, found))).toEqual(sorted(after))
    expect(differences(after, after)).toEqual([])
  })
})
