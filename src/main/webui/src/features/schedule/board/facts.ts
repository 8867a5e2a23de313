import type { Cadre, Demand, Site, Window } from '@/lib/api/types'
import type { ProblemIndex } from '@/lib/problemIndex'

/** Who has served in so many earlier rounds can show others how it is done. */
export const ROUNDS_OF_EXPERIENCE = 2

/** A site with all that is asked of it, window by window. */
export type SiteFacts = {
  site: Site
  name: string
  subdistrict: string
  windows: { window: Window; demands: Demand[] }[]
}

/** What a problem says, arranged for looking at schedules of it. Computed once a problem. */
export type Facts = {
  index: ProblemIndex
  /** By subdistrict, then by name. */
  sites: SiteFacts[]
  siteFacts: ReadonlyMap<string, SiteFacts>
  /** By start, then by end. */
  windows: Window[]
  members: ReadonlyMap<string, Cadre[]>
  scarceSkills: ReadonlySet<string>
  travel: (cadre: Cadre, site: string) => number
}

export function factsOf(index: ProblemIndex): Facts {
  const { problem } = index
  const windows = (problem.windows ?? []).toSorted(
    (a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end) || a.id.localeCompare(b.id),
  )
  const sites = sitesOf(index, windows)
  return {
    index,
    sites,
    siteFacts: new Map(sites.map((facts) => [facts.site.id, facts])),
    windows,
    members: grouped(problem.cadres ?? [], (cadre) => cadre.unit),
    scarceSkills: new Set((problem.skills ?? []).filter((skill) => skill.scarce).map((skill) => skill.id)),
    travel: travelOf(index),
  }
}

function sitesOf(index: ProblemIndex, windows: Window[]): SiteFacts[] {
  const bySite = new Map<string, Map<string, Demand[]>>()
  for (const demand of index.problem.demands ?? []) {
    let byWindow = bySite.get(demand.site)
    if (byWindow === undefined) {
      bySite.set(demand.site, (byWindow = new Map()))
    }
    const demands = byWindow.get(demand.window)
    if (demands === undefined) {
      byWindow.set(demand.window, [demand])
    } else {
      demands.push(demand)
    }
  }
  const collator = new Intl.Collator('zh-CN')
  return (index.problem.sites ?? [])
    .map((site) => ({
      site,
      name: site.name ?? site.id,
      subdistrict: index.communities.get(site.community)?.subdistrict ?? '',
      windows: windows.flatMap((window) => {
        const demands = bySite.get(site.id)?.get(window.id)
        return demands === undefined ? [] : [{ window, demands }]
      }),
    }))
    .sort((a, b) => collator.compare(a.subdistrict, b.subdistrict) || collator.compare(a.name, b.name))
}

const EARTH_RADIUS_KM = 6371.0088

/** One-way minutes as the planning model counts them; a confined cadre travels 0. */
function travelOf({ problem, sites }: ProblemIndex): Facts['travel'] {
  const explicit = problem.travel?.minutes
  const minutesPerKm = ((problem.travel?.detour ?? 1.3) * 60) / (problem.travel?.speedKmh ?? 15)
  return (cadre, siteId) => {
    const site = sites.get(siteId)
    if (site === undefined || cadre.confinedTo !== undefined) {
      return 0
    }
    return (
      explicit?.[cadre.id]?.[siteId] ?? Math.max(0, Math.ceil(kilometres(cadre.location, site.location) * minutesPerKm - 1e-9))
    )
  }
}

type Location = { lat: number; lon: number }

function kilometres(a: Location, b: Location): number {
  const radians = Math.PI / 180
  const dLat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const dLon = Math.sin(((b.lon - a.lon) * radians) / 2)
  const h = dLat * dLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * dLon * dLon
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Whole minutes between two local date-times. */
export function minutesBetween(start: string, end: string): number {
  return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000
}

/** The items by key, in their order. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, [item])
    } else {
      group.push(item)
    }
  }
  return groups
}
