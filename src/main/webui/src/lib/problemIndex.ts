import type { Cadre, Community, Demand, Post, Problem, Round, Site, Window, WorkUnit } from './api/types'

/** A problem with its items by identifier. */
export type ProblemIndex = {
  problem: Problem
  communities: ReadonlyMap<string, Community>
  units: ReadonlyMap<string, WorkUnit>
  posts: ReadonlyMap<string, Post>
  sites: ReadonlyMap<string, Site>
  rounds: ReadonlyMap<string, Round>
  windows: ReadonlyMap<string, Window>
  demands: ReadonlyMap<string, Demand>
  cadres: ReadonlyMap<string, Cadre>
}

export function indexOf(problem: Problem): ProblemIndex {
  return {
    problem,
    communities: byId(problem.communities),
    units: byId(problem.units),
    posts: byId(problem.posts),
    sites: byId(problem.sites),
    rounds: byId(problem.rounds),
    windows: byId(problem.windows),
    demands: byId(problem.demands),
    cadres: byId(problem.cadres),
  }
}

/** Where there is no name, the identifier is shown. */
export function nameOf(item: { id: string; name?: string | null } | undefined, id: string): string {
  return item?.name ?? item?.id ?? id
}

function byId<T extends { id: string }>(items: T[] | undefined): ReadonlyMap<string, T> {
  return new Map((items ?? []).map((item) => [item.id, item]))
}
