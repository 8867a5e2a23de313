import type { TFunction } from 'i18next'
import { clock, day, number } from '@/lib/format'
import type { Alternative, Cadre, Demand, Score, Window } from '@/lib/api/types'
import { nameOf, type ProblemIndex } from '@/lib/problemIndex'
import type { Change } from './hand/changes'

/** The words of a problem's things, in the language of the page. */
export function cadreName(index: ProblemIndex, id: string): string {
  return nameOf(index.cadres.get(id), id)
}

export function unitName(index: ProblemIndex, cadre: Cadre): string {
  return nameOf(index.units.get(cadre.unit), cadre.unit)
}

export function postName(index: ProblemIndex, demand: Demand): string {
  return nameOf(index.posts.get(demand.post), demand.post)
}

export function siteName(index: ProblemIndex, id: string): string {
  return nameOf(index.sites.get(id), id)
}

/** 05:30–12:30, with the day where there are several. */
export function windowName({ problem }: ProblemIndex, window: Window): string {
  const dates = new Set((problem.windows ?? []).map((each) => each.start.slice(0, 10)))
  const times = `${clock(window.start)}–${clock(window.end)}`
  return dates.size > 1 ? `${day(window.start)} ${times}` : times
}

/** Site, window and post of a demand. */
export function demandName(index: ProblemIndex, id: string): string {
  const demand = index.demands.get(id)
  const window = demand && index.windows.get(demand.window)
  if (demand === undefined || window === undefined) {
    return id
  }
  return `${siteName(index, demand.site)} ${windowName(index, window)} ${postName(index, demand)}`
}

/** The same as far as it differs from another demand: what is at the same site needs no site. */
export function demandNameBeside(index: ProblemIndex, id: string, besideId: string | undefined): string {
  const demand = index.demands.get(id)
  const beside = besideId === undefined ? undefined : index.demands.get(besideId)
  const window = demand && index.windows.get(demand.window)
  if (demand === undefined || window === undefined || beside === undefined || demand.site !== beside.site) {
    return demandName(index, id)
  }
  const post = postName(index, demand)
  return demand.window === beside.window ? post : `${windowName(index, window)} ${post}`
}

/** What an alternative does, told of one cadre where it is about one. */
export function alternativeSentences(
  index: ProblemIndex, alternative: Alternative, about: { cadre?: string; demand?: string }, t: TFunction,
): string[] {
  const own = alternative.given.find((duty) => duty.cadre === about.cadre)
  const other = alternative.given.find((duty) => duty.cadre !== about.cadre)
  if (alternative.kind === 'SWAP' && alternative.given.length === 2 && own !== undefined && other !== undefined) {
    return [
      t('said.swaps', {
        other: cadreName(index, other.cadre),
        there: demandNameBeside(index, own.demand, other.demand),
      }),
    ]
  }
  return changeSentences(index, changesOf(alternative), t, about.demand)
}

/** What changes do, a sentence for each person: who goes from where to where. */
export function changeSentences(
  index: ProblemIndex, changes: readonly Change[], t: TFunction, beside?: string,
): string[] {
  const people = new Map<string, { from: string[]; to: string[]; pin: string[]; unpin: string[] }>()
  for (const { op, demand, cadre } of changes) {
    const person = people.get(cadre) ?? { from: [], to: [], pin: [], unpin: [] }
    people.set(cadre, person)
    person[({ ASSIGN: 'to', UNASSIGN: 'from', PIN: 'pin', UNPIN: 'unpin' } as const)[op]].push(demandNameBeside(index, demand, beside))
  }
  return [...people].flatMap(([id, { from, to, pin, unpin }]) => {
    const cadre = cadreName(index, id)
    const sentences: string[] = []
    for (let i = 0; i < Math.max(from.length, to.length); i++) {
      const key = from[i] === undefined ? 'said.comes' : to[i] === undefined ? 'said.leaves' : 'said.moves'
      sentences.push(t(key, { cadre, from: from[i], to: to[i] }))
    }
    return [
      ...sentences,
      ...pin.map((demand) => t('said.pinned', { cadre, to: demand })),
      ...unpin.map((demand) => t('said.unpinned', { cadre, to: demand })),
    ]
  })
}

/** The changes that make an alternative true. */
export function changesOf({ ended, given }: Pick<Alternative, 'ended' | 'given'>): Change[] {
  return [
    ...ended.map(({ demand, cadre }): Change => ({ op: 'UNASSIGN', demand, cadre })),
    ...given.map(({ demand, cadre }): Change => ({ op: 'ASSIGN', demand, cadre })),
  ]
}

/** Which way a score goes: the first level that differs decides. */
export function directionOf({ hard, medium, soft }: Score): 'better' | 'worse' | 'same' {
  const decisive = hard !== 0 ? hard : medium !== 0 ? medium : soft
  return decisive > 0 ? 'better' : decisive < 0 ? 'worse' : 'same'
}

/** The sign of a direction: it is not left to colour. */
export const DIRECTIONS = { better: '▲', worse: '▼', same: '＝' } as const

/** A difference of scores in words, without rules that are broken: those are named. */
export function differenceWords(difference: Score, t: TFunction): string {
  const parts = [
    difference.medium !== 0 && t(difference.medium > 0 ? 'difference.moreCover' : 'difference.lessCover', {
      points: number(Math.abs(difference.medium)),
    }),
    difference.soft !== 0 && t(difference.soft > 0 ? 'difference.better' : 'difference.worse', {
      points: number(Math.abs(difference.soft)),
    }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? t('difference.same') : parts.join(t('comma'))
}
