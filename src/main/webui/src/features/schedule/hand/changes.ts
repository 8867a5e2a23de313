import type { Assignment } from '@/lib/api/types'

/** One thing that is changed by hand. */
export type Change = { op: 'ASSIGN' | 'UNASSIGN' | 'PIN' | 'UNPIN'; demand: string; cadre: string }

/** What one deliberate act does, and what puts everything back. */
export type Act = { changes: Change[]; back: Change[] }

/** What was done and can be undone, what was undone and can be done again. */
export type History = { done: Act[]; undone: Act[] }

export const NO_HISTORY: History = { done: [], undone: [] }

export function assign(demand: string, cadre: string): Change[] {
  return [{ op: 'ASSIGN', demand, cadre }]
}

export function unassign(demand: string, cadre: string): Change[] {
  return [{ op: 'UNASSIGN', demand, cadre }]
}

export function move(cadre: string, from: string, to: string): Change[] {
  return [...unassign(from, cadre), ...assign(to, cadre)]
}

/** Two cadres exchange their duties. One without a duty ({@code demand} undefined) takes the other's. */
export function swap(a: { cadre: string; demand?: string | undefined }, b: { cadre: string; demand: string }): Change[] {
  return [
    ...(a.demand === undefined ? [] : unassign(a.demand, a.cadre)),
    ...unassign(b.demand, b.cadre),
    ...assign(b.demand, a.cadre),
    ...(a.demand === undefined ? [] : assign(a.demand, b.cadre)),
  ]
}

/** What comes of putting a cadre down on a free seat, or in the place of another one; nothing where they are already. */
export function changesOfPuttingDown(
  from: { cadre: string; demand?: string | undefined }, target: { cadre?: string | undefined; demand?: string | undefined },
): Change[] {
  if (target.cadre === from.cadre || (target.demand !== undefined && target.demand === from.demand)) {
    return []
  }
  if (target.cadre !== undefined && target.demand !== undefined) {
    return swap(from, { cadre: target.cadre, demand: target.demand })
  }
  if (target.cadre !== undefined && from.demand !== undefined) {
    return swap({ cadre: target.cadre }, { cadre: from.cadre, demand: from.demand })
  }
  if (target.demand !== undefined) {
    return from.demand === undefined ? assign(target.demand, from.cadre) : move(from.cadre, from.demand, target.demand)
  }
  return []
}

const OPPOSITE = { ASSIGN: 'UNASSIGN', UNASSIGN: 'ASSIGN', PIN: 'UNPIN', UNPIN: 'PIN' } as const

/** What puts everything back; cadres who were pinned when they were taken off are pinned again. */
export function inverse(changes: readonly Change[], before: readonly Assignment[]): Change[] {
  const pinned = pinnedAmong(changes, before)
  return changes.toReversed().flatMap((change): Change[] => {
    const back = { ...change, op: OPPOSITE[change.op] }
    return change.op === 'UNASSIGN' && pinned.has(key(change)) ? [back, { ...change, op: 'PIN' }] : [back]
  })
}

function pinnedAmong(changes: readonly Change[], assignments: readonly Assignment[]): Set<string> {
  const touched = new Set(changes.map(key))
  return new Set(assignments.filter((each) => each.pinned && touched.has(key(each))).map(key))
}

/** The assignments after the changes; what is not touched stays the same object. */
export function applied(assignments: readonly Assignment[], changes: readonly Change[]): Assignment[] {
  const touched = new Map<string, Assignment | undefined>()
  const touchedKeys = new Set(changes.map(key))
  for (const assignment of assignments) {
    if (touchedKeys.has(key(assignment))) {
      touched.set(key(assignment), assignment)
    }
  }
  for (const change of changes) {
    const { op, demand, cadre } = change
    touched.set(key(change), op === 'UNASSIGN' ? undefined : { demand, cadre, pinned: op === 'PIN' })
  }
  const kept = assignments.flatMap((assignment) => {
    if (!touchedKeys.has(key(assignment))) {
      return [assignment]
    }
    const now = touched.get(key(assignment))
    touched.delete(key(assignment))
    return now === undefined ? [] : [now]
  })
  return [...kept, ...[...touched.values()].filter((each) => each !== undefined)]
}

export function done(history: History, act: Act): History {
  return { done: [...history.done, act], undone: [] }
}

/** Moves the last act to those that can be done again. */
export function undone({ done: acts, undone: rest }: History): History {
  const last = acts.at(-1)
  return last === undefined ? { done: acts, undone: rest } : { done: acts.slice(0, -1), undone: [...rest, last] }
}

export function redone({ done: acts, undone: rest }: History): History {
  const last = rest.at(-1)
  return last === undefined ? { done: acts, undone: rest } : { done: [...acts, last], undone: rest.slice(0, -1) }
}

/** What others changed between two readings. */
export function differences(before: readonly Assignment[], after: readonly Assignment[]): Change[] {
  const was = new Map(before.map((each) => [key(each), each]))
  const is = new Map(after.map((each) => [key(each), each]))
  const gone = before.filter((each) => !is.has(key(each)))
  const come = after.filter((each) => !was.has(key(each)))
  const repinned = after.filter((each) => was.has(key(each)) && was.get(key(each))!.pinned !== each.pinned)
  return [
    ...gone.map(({ demand, cadre }): Change => ({ op: 'UNASSIGN', demand, cadre })),
    ...come.map(({ demand, cadre }): Change => ({ op: 'ASSIGN', demand, cadre })),
    ...repinned.map(({ demand, cadre, pinned }): Change => ({ op: pinned ? 'PIN' : 'UNPIN', demand, cadre })),
  ]
}

function key({ demand, cadre }: { demand: string; cadre: string }): string {
  return `${demand}\n${cadre}`
}
