import type { Assignment, Cadre, Schedule, Window } from '@/lib/api/types'
import { nameOf, type ProblemIndex } from '@/lib/problemIndex'

/** One duty as people read it. */
export type Duty = {
  cadre: string
  name: string
  unit: string
  site: string
  subdistrict: string
  post: string
  window: Window
}
/** Everyone who serves at a site in a window, and who is missing there. */
export type Team = { window: Window; duties: Duty[]; missing: { post: string; heads: number }[] }
export type SiteSheet = { id: string; name: string; place: string; teams: Team[]; people: number; missing: number }
export type UnitSheet = { id: string; name: string; people: number; duties: Duty[] }

/** Phones by cadre; undefined where they are not to be shown. */
export type Phones = ReadonlyMap<string, string> | undefined

const byText = new Intl.Collator('zh-CN').compare

/** A sheet for each site with duties or missing heads, in the order of the problem. */
export function siteSheets(index: ProblemIndex, schedule: Schedule): SiteSheet[] {
  const teams = new Map<string, Map<string, Team>>()
  const postOrder = new Map((index.problem.posts ?? []).map((post, i) => [nameOf(post, post.id), i]))
  const teamOf = (site: string, window: string): Team => {
    const ofSite = teams.get(site) ?? new Map<string, Team>()
    teams.set(site, ofSite)
    const team = ofSite.get(window) ?? { window: index.windows.get(window)!, duties: [], missing: [] }
    ofSite.set(window, team)
    return team
  }
  const heads = new Map<string, number>()
  for (const assignment of schedule.assignments) {
    const demand = index.demands.get(assignment.demand)!
    teamOf(demand.site, demand.window).duties.push(dutyOf(index, assignment))
    heads.set(demand.id, (heads.get(demand.id) ?? 0) + 1)
  }
  for (const { id, site, window, post, min } of index.problem.demands ?? []) {
    const missing = min - (heads.get(id) ?? 0)
    if (missing > 0) {
      teamOf(site, window).missing.push({ post: nameOf(index.posts.get(post), post), heads: missing })
    }
  }
  return (index.problem.sites ?? []).flatMap((site) => {
    const found = [...(teams.get(site.id)?.values() ?? [])].toSorted((a, b) => a.window.start.localeCompare(b.window.start))
    if (found.length === 0) {
      return []
    }
    for (const team of found) {
      team.duties.sort((a, b) => (postOrder.get(a.post) ?? 0) - (postOrder.get(b.post) ?? 0) || byText(a.unit, b.unit) || byText(a.name, b.name))
    }
    const community = index.communities.get(site.community)
    return [{
      id: site.id,
      name: nameOf(site, site.id),
      place: [community?.subdistrict, nameOf(community, site.community)].filter(Boolean).join(' · '),
      teams: found,
      people: new Set(found.flatMap((team) => team.duties.map((duty) => duty.cadre))).size,
      missing: found.reduce((sum, team) => sum + team.missing.reduce((heads, post) => heads + post.heads, 0), 0),
    }]
  })
}

/** A sheet for each unit with duties, in the order of the problem. */
export function unitSheets(index: ProblemIndex, schedule: Schedule): UnitSheet[] {
  const duties = new Map<string, Assignment[]>()
  for (const assignment of schedule.assignments) {
    const unit = index.cadres.get(assignment.cadre)!.unit
    const ofUnit = duties.get(unit)
    if (ofUnit === undefined) {
      duties.set(unit, [assignment])
    } else {
      ofUnit.push(assignment)
    }
  }
  return (index.problem.units ?? []).flatMap((unit) => {
    const found = duties.get(unit.id)
    if (found === undefined) {
      return []
    }
    const lines = found
      .map((assignment) => dutyOf(index, assignment))
      .sort((a, b) => byText(a.name, b.name) || a.cadre.localeCompare(b.cadre) || a.window.start.localeCompare(b.window.start))
    return [{ id: unit.id, name: nameOf(unit, unit.id), people: new Set(lines.map(({ cadre }) => cadre)).size, duties: lines }]
  })
}

function dutyOf(index: ProblemIndex, { demand: id, cadre: cadreId }: Assignment): Duty {
  const demand = index.demands.get(id)!
  const cadre = index.cadres.get(cadreId)!
  const site = index.sites.get(demand.site)
  return {
    cadre: cadreId,
    name: nameOf(cadre, cadreId),
    unit: nameOf(index.units.get(cadre.unit), cadre.unit),
    site: nameOf(site, demand.site),
    subdistrict: (site && index.communities.get(site.community)?.subdistrict) ?? '',
    post: nameOf(index.posts.get(demand.post), demand.post),
    window: index.windows.get(demand.window)!,
  }
}

/** Who serves, with how many duties, in the order of the problem. */
export function serving(index: ProblemIndex, schedule: Schedule): { cadre: Cadre; name: string; unit: string; duties: number }[] {
  const duties = new Map<string, number>()
  for (const { cadre } of schedule.assignments) {
    duties.set(cadre, (duties.get(cadre) ?? 0) + 1)
  }
  return (index.problem.cadres ?? [])
    .filter(({ id }) => duties.has(id))
    .map((cadre) => ({
      cadre,
      name: nameOf(cadre, cadre.id),
      unit: nameOf(index.units.get(cadre.unit), cadre.unit),
      duties: duties.get(cadre.id) ?? 0,
    }))
}

/** A CSV text; what a spreadsheet would take for a formula is kept a text. */
export function writeCsv(records: string[][]): string {
  const written = records.map((record) =>
    record.map((value) => `"${(/^[=+\-@\t]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`).join(','))
  return `\uFEFF${written.join('\r\n')}\r\n`
}
