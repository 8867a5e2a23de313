import type { Board, Duty, Load, Team } from './board'

/** What a planner looks for. Several together: what meets all of them. */
export type Filters = {
  unfilled: boolean
  newcomers: boolean
  travel: boolean
  overload: boolean
  /** Undefined: all windows. */
  window: string | undefined
  /** More one-way minutes than this is long. */
  travelMinutes: number
  /** More hours than this, earlier ones included, is too much. */
  loadHours: number
}

export const NO_FILTERS: Omit<Filters, 'loadHours'> = {
  unfilled: false,
  newcomers: false,
  travel: false,
  overload: false,
  window: undefined,
  travelMinutes: 30,
}

export function isFiltering({ unfilled, newcomers, travel, overload, window }: Filters): boolean {
  return unfilled || newcomers || travel || overload || window !== undefined
}

export function isLong(duty: Duty, { travelMinutes }: Filters): boolean {
  return duty.travel > travelMinutes
}

export function isOverloaded(load: Load, { loadHours }: Filters): boolean {
  return load.isBeyondLimits || load.total > loadHours * 60
}

export function keepsTeam(team: Team, filters: Filters, board: Board): boolean {
  return (
    (filters.window === undefined || team.window.id === filters.window) &&
    (!filters.unfilled || team.missing > 0) &&
    (!filters.newcomers || team.isNewcomersOnly) &&
    (!filters.travel || team.longestTravel > filters.travelMinutes) &&
    (!filters.overload || hasOverload(team, filters, board))
  )
}

function hasOverload(team: Team, filters: Filters, board: Board): boolean {
  return team.lines.some((line) => line.duties.some((duty) => isOverloadedCadre(duty.cadre.id, filters, board)))
}

export function isOverloadedCadre(cadre: string, filters: Filters, board: Board): boolean {
  const load = board.loads.get(cadre)
  return load !== undefined && isOverloaded(load, filters)
}

/** What the filters ask of one cadre; whether their team lacks heads is asked of teams only. */
export function keepsLoad(load: Load | undefined, filters: Filters, newcomers: ReadonlySet<string>): boolean {
  if (load === undefined) {
    return !filters.newcomers && !filters.travel && !filters.overload && filters.window === undefined
  }
  return (
    (filters.window === undefined || load.duties.some((duty) => duty.window.id === filters.window)) &&
    (!filters.newcomers || newcomers.has(load.cadre.id)) &&
    (!filters.travel || load.duties.some((duty) => isLong(duty, filters))) &&
    (!filters.overload || isOverloaded(load, filters))
  )
}

/** Who serves in a team of newcomers only. */
export function newcomersAlone(board: Board): ReadonlySet<string> {
  return new Set(
    board.sites.flatMap((site) =>
      site.teams.flatMap((team) =>
        team.isNewcomersOnly ? team.lines.flatMap((line) => line.duties.map((duty) => duty.cadre.id)) : [],
      ),
    ),
  )
}

/** How much each filter would find; of persons where {@code of} says so. */
export function filterCounts(board: Board, filters: Filters) {
  let [unfilled, newcomers, travel] = [0, 0, 0]
  for (const site of board.sites) {
    for (const team of site.teams) {
      if (filters.window === undefined || team.window.id === filters.window) {
        unfilled += team.missing
        newcomers += team.isNewcomersOnly ? 1 : 0
        for (const line of team.lines) {
          for (const duty of line.duties) {
            travel += isLong(duty, filters) ? 1 : 0
          }
        }
      }
    }
  }
  let overload = 0
  for (const load of board.loads.values()) {
    overload += isOverloaded(load, filters) ? 1 : 0
  }
  return { unfilled, newcomers, travel, overload }
}
