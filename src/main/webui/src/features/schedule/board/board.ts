import type { Assignment, Cadre, Demand, Window } from '@/lib/api/types'
import { grouped, minutesBetween, ROUNDS_OF_EXPERIENCE, type Facts, type SiteFacts } from './facts'

/** A cadre on a demand. */
export type Duty = {
  demand: Demand
  cadre: Cadre
  window: Window
  pinned: boolean
  /** One way, in minutes. */
  travel: number
}

/** A demand and who is on it. */
export type Line = {
  demand: Demand
  duties: Duty[]
  /** Required heads that are not there. */
  missing: number
  /** Free seats beyond the required heads. */
  free: number
}

/** Everyone who serves at one site in one window. */
export type Team = {
  site: SiteFacts
  window: Window
  lines: Line[]
  required: number
  heads: number
  missing: number
  /** There are heads, and none of them has done it before. */
  isNewcomersOnly: boolean
  longestTravel: number
}

export type SiteBoard = { facts: SiteFacts; teams: Team[]; required: number; heads: number; missing: number }

/** What a cadre does in the schedule. */
export type Load = {
  cadre: Cadre
  /** By start. */
  duties: Duty[]
  /** Of these duties. */
  minutes: number
  /** Earlier ones and these. */
  total: number
  isBeyondLimits: boolean
}

export type UnitBoard = {
  id: string
  name: string
  members: Cadre[]
  staff: number
  /** Members with a duty. */
  deployed: number
  /** How many may be away on one date; undefined where there is no limit. */
  ceiling: number | undefined
  /** Members on duty on the date on which most are. */
  mostAway: number
}

/** A schedule arranged for looking at it. */
export type Board = {
  facts: Facts
  sites: SiteBoard[]
  lines: ReadonlyMap<string, Line>
  loads: ReadonlyMap<string, Load>
  units: UnitBoard[]
  required: number
  heads: number
  missing: number
  unused: number
  pins: number
}

/** Duties at one site with at most this between them belong to one service. */
const MINUTES_WITHIN_A_SERVICE = 60

const NONE: readonly Duty[] = []

export function boardOf(facts: Facts, assignments: readonly Assignment[]): Board {
  const duties = dutiesOf(facts, assignments)
  const byDemand = grouped(duties, (duty) => duty.demand.id)
  const lines = new Map<string, Line>()
  const sites = facts.sites.map((site) => siteBoard(site, byDemand, lines))
  const loads = loadsOf(facts, duties)
  return {
    facts,
    sites,
    lines,
    loads,
    units: unitsOf(facts, loads),
    required: sum(sites, (site) => site.required),
    heads: duties.length,
    missing: sum(sites, (site) => site.missing),
    unused: (facts.index.problem.cadres?.length ?? 0) - loads.size,
    pins: sum(duties, (duty) => (duty.pinned ? 1 : 0)),
  }
}

function dutiesOf({ index, travel }: Facts, assignments: readonly Assignment[]): Duty[] {
  return assignments.flatMap(({ demand: demandId, cadre: cadreId, pinned }) => {
    const demand = index.demands.get(demandId)
    const cadre = index.cadres.get(cadreId)
    const window = demand && index.windows.get(demand.window)
    return demand && cadre && window ? [{ demand, cadre, window, pinned, travel: travel(cadre, demand.site) }] : []
  })
}

function siteBoard(facts: SiteFacts, byDemand: ReadonlyMap<string, Duty[]>, lines: Map<string, Line>): SiteBoard {
  const teams = facts.windows.map(({ window, demands }): Team => {
    const own = demands.map((demand): Line => {
      const duties = byDemand.get(demand.id) ?? (NONE as Duty[])
      const line = {
        demand,
        duties,
        missing: Math.max(0, demand.min - duties.length),
        free: Math.max(0, demand.max - Math.max(demand.min, duties.length)),
      }
      lines.set(demand.id, line)
      return line
    })
    const heads = sum(own, (line) => line.duties.length)
    return {
      site: facts,
      window,
      lines: own,
      required: sum(own, (line) => line.demand.min),
      heads,
      missing: sum(own, (line) => line.missing),
      isNewcomersOnly: heads > 0 && own.every((line) => line.duties.every((duty) => isNewcomer(duty.cadre))),
      longestTravel: Math.max(0, ...own.flatMap((line) => line.duties.map((duty) => duty.travel))),
    }
  })
  return {
    facts,
    teams,
    required: sum(teams, (team) => team.required),
    heads: sum(teams, (team) => team.heads),
    missing: sum(teams, (team) => team.missing),
  }
}

export function isNewcomer(cadre: Cadre): boolean {
  return (cadre.roundsServed ?? 0) < ROUNDS_OF_EXPERIENCE
}

function loadsOf({ index }: Facts, duties: Duty[]): Map<string, Load> {
  const limits = new Map((index.problem.dutyRules ?? []).map((rules) => [rules.id, rules]))
  const loads = new Map<string, Load>()
  for (const [id, own] of grouped(duties, (duty) => duty.cadre.id)) {
    own.sort((a, b) => a.window.start.localeCompare(b.window.start))
    const { cadre } = own[0]!
    const minutes = sum(own, dutyMinutes)
    const rules = limits.get(cadre.dutyRules ?? '')
    loads.set(id, {
      cadre,
      duties: own,
      minutes,
      total: minutes + (cadre.minutesServed ?? 0),
      isBeyondLimits:
        rules !== undefined &&
        (own.length > limitOf(rules.maxDuties) ||
          minutes > limitOf(rules.maxMinutes) ||
          mostMinutesOfADay(own) > limitOf(rules.maxMinutesPerDay) ||
          mostMinutesOfAService(own) > limitOf(rules.maxMinutesPerDay)),
    })
  }
  return loads
}

function limitOf(limit: number | { limit: number } | undefined): number {
  return typeof limit === 'object' ? limit.limit : limit ?? Infinity
}

function dutyMinutes({ window }: Duty): number {
  return minutesBetween(window.start, window.end)
}

function mostMinutesOfADay(duties: Duty[]): number {
  const days = new Map<string, number>()
  for (const duty of duties) {
    const date = duty.window.start.slice(0, 10)
    days.set(date, (days.get(date) ?? 0) + dutyMinutes(duty))
  }
  return Math.max(...days.values())
}

/** A service is an unbroken row of duties at one site; those of one date are no longer than the date. */
function mostMinutesOfAService(inTime: Duty[]): number {
  let most = 0
  let minutes = 0
  inTime.forEach((duty, i) => {
    const before = inTime[i - 1]
    const gap = before ? minutesBetween(before.window.end, duty.window.start) : -1
    const continues = before?.demand.site === duty.demand.site && gap >= 0 && gap <= MINUTES_WITHIN_A_SERVICE
    minutes = (continues ? minutes : 0) + dutyMinutes(duty)
    most = Math.max(most, minutes)
  })
  return most
}

function unitsOf({ index, members }: Facts, loads: ReadonlyMap<string, Load>): UnitBoard[] {
  return (index.problem.units ?? []).map((unit) => {
    const own = members.get(unit.id) ?? []
    const away = new Map<string, number>()
    let deployed = 0
    for (const cadre of own) {
      const load = loads.get(cadre.id)
      if (load !== undefined) {
        deployed++
        for (const date of new Set(load.duties.map((duty) => duty.window.start.slice(0, 10)))) {
          away.set(date, (away.get(date) ?? 0) + 1)
        }
      }
    }
    return {
      id: unit.id,
      name: unit.name ?? unit.id,
      members: own,
      staff: unit.staff,
      deployed,
      ceiling:
        unit.maxAway ?? (unit.maxAwayShare === undefined ? undefined : Math.floor(unit.staff * unit.maxAwayShare + 1e-9)),
      mostAway: Math.max(0, ...away.values()),
    }
  })
}

/** Total hours that only one in twenty of those on duty reaches: where looking for overload begins. */
export function heavyHours(board: Board): number {
  const totals = [...board.loads.values()].map((load) => load.total).sort((a, b) => a - b)
  const heavy = totals[Math.floor(totals.length * 0.95)] ?? 0
  return Math.ceil(heavy / 60) + 1
}

export function sum<T>(items: Iterable<T>, value: (item: T) => number): number {
  let total = 0
  for (const item of items) {
    total += value(item)
  }
  return total
}
