import { createContext, useContext } from 'react'
import type { Plan } from '@/lib/api/types'
import type { Board } from './board/board'
import type { Filters } from './board/filters'
import type { Change } from './hand/changes'

/** What is looked at closely: a demand, a cadre, or a cadre on a demand. */
export type Selection = { demand?: string | undefined; cadre?: string | undefined; unit?: string | undefined }

/** Who is being moved: taken from a demand, or from those without a duty. */
export type Picked = { cadre: string; demand?: string | undefined }

/** Where a cadre may be put down: on a free seat, or in the place of another cadre. */
export type Target = { demand?: string | undefined; cadre?: string | undefined }

export type ScheduleView = {
  plan: Plan
  board: Board
  filters: Filters
  setFilters: (filters: Filters) => void
  selection: Selection
  /** Looks at something closely. With `origin`, the keyboard goes to the panel, and back to `origin` once it is closed. */
  select: (selection: Selection, origin?: HTMLElement) => void
  origin: HTMLElement | undefined
  picked: Picked | undefined
  pick: (picked: Picked | undefined) => void
  putDown: (picked: Picked, target: Target) => void
  /** Shows what changes would do, and does them if that is what is wanted. */
  propose: (changes: Change[]) => void
  /** Whether the schedule can be changed by hand: not while it is being solved. */
  isOpen: boolean
}

/** The element of a click that was a key press; undefined for a pointer, which does not move the focus. */
export function originOf({ detail }: { detail: number }, element: HTMLElement): HTMLElement | undefined {
  return detail === 0 ? element : undefined
}

export const ScheduleContext = createContext<ScheduleView | undefined>(undefined)

export function useScheduleView(): ScheduleView {
  const view = useContext(ScheduleContext)
  if (view === undefined) {
    throw new Error('useScheduleView outside of a schedule page')
  }
  return view
}
