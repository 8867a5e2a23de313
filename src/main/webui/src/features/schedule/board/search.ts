import type { ProblemIndex } from '@/lib/problemIndex'

/** A person or a place that a search may find. */
export type Entry = { kind: 'cadre' | 'site' | 'unit'; id: string; name: string; more: string }

export type SearchIndex = { entries: Entry[]; texts: string[] }

const EXACT = 0
const NAME_BEGINS = 1
const NAME_HAS = 2
const ELSE = 3

/** Everything that can be found, with the text that is looked through. Sites first: there are fewer. */
export function searchIndexOf({ problem, communities, units }: ProblemIndex): SearchIndex {
  const sites: Entry[] = (problem.sites ?? []).map((site) => ({
    kind: 'site', id: site.id, name: site.name ?? site.id, more: communities.get(site.community)?.subdistrict ?? '',
  }))
  const employers: Entry[] = (problem.units ?? []).map((unit) => ({
    kind: 'unit', id: unit.id, name: unit.name ?? unit.id, more: '',
  }))
  const people: Entry[] = (problem.cadres ?? []).map((cadre) => ({
    kind: 'cadre', id: cadre.id, name: cadre.name ?? cadre.id, more: units.get(cadre.unit)?.name ?? cadre.unit,
  }))
  const entries = [...sites, ...employers, ...people]
  return { entries, texts: entries.map(({ id, name, more }) => `${name}\n${id}\n${more}`.toLowerCase()) }
}

/**
 * Finds what has all words of the query: exact names and identifiers first, then names that begin with it, then
 * names that have it, then the rest (a unit's people, a subdistrict's sites).
 */
export function find({ entries, texts }: SearchIndex, query: string, most: number, kind?: Entry['kind']): Entry[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return []
  }
  const ranks: Entry[][] = [[], [], [], []]
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!
    if (words.every((word) => text.includes(word)) && (kind === undefined || entries[i]!.kind === kind)) {
      const rank = ranks[rankOf(text, words[0]!)]!
      if (rank.length < most) {
        rank.push(entries[i]!)
      }
    }
  }
  return ranks.flat().slice(0, most)
}

function rankOf(text: string, word: string): number {
  const nameEnd = text.indexOf('\n')
  const idEnd = text.indexOf('\n', nameEnd + 1)
  if (text.slice(0, nameEnd) === word || text.slice(nameEnd + 1, idEnd) === word) {
    return EXACT
  }
  const at = text.indexOf(word)
  return at === 0 ? NAME_BEGINS : at < nameEnd ? NAME_HAS : ELSE
}
