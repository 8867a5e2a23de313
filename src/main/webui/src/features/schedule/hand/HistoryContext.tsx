import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { NO_HISTORY, type History } from './changes'

type Histories = { of: (plan: string) => History; keep: (plan: string, history: History) => void }

const HistoryContext = createContext<Histories | undefined>(undefined)

/** Keeps what was done to each plan by hand since the page was loaded; it outlives a visit to another page. */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [histories, setHistories] = useState<ReadonlyMap<string, History>>(new Map())
  const keep = useCallback(
    (plan: string, history: History) => setHistories((now) => new Map(now).set(plan, history)),
    [],
  )
  const value = useMemo(() => ({ of: (plan: string) => histories.get(plan) ?? NO_HISTORY, keep }), [histories, keep])
  return <HistoryContext value={value}>{children}</HistoryContext>
}

/** What was done to a plan, and a function that replaces it. */
export function useHistory(plan: string): [History, (history: History) => void] {
  const histories = useContext(HistoryContext)
  if (histories === undefined) {
    throw new Error('useHistory outside of a HistoryProvider')
  }
  const { of, keep } = histories
  return [of(plan), useCallback((history: History) => keep(plan, history), [keep, plan])]
}
