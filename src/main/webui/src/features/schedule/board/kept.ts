import type { ProblemIndex } from '@/lib/problemIndex'
import { factsOf, type Facts } from './facts'
import { searchIndexOf, type SearchIndex } from './search'

const facts = new WeakMap<ProblemIndex, Facts>()
const indices = new WeakMap<ProblemIndex, SearchIndex>()

/** The facts of a problem, arranged once however often its pages are visited. */
export function factsKept(index: ProblemIndex): Facts {
  let kept = facts.get(index)
  if (kept === undefined) {
    facts.set(index, (kept = factsOf(index)))
  }
  return kept
}

export function searchIndexKept(index: ProblemIndex): SearchIndex {
  let kept = indices.get(index)
  if (kept === undefined) {
    indices.set(index, (kept = searchIndexOf(index)))
  }
  return kept
}
