import { useQuery } from '@tanstack/react-query'
import { plansQuery, publicationsQuery, roundsQuery } from '@/lib/queries'
import { standingOf } from './standing'

/** The rounds of a district, each with the plan that counts for it. */
export function useStanding(district: string) {
  const queries = [
    useQuery(roundsQuery(district)),
    useQuery(plansQuery(district)),
    useQuery(publicationsQuery(district)),
  ] as const
  const [rounds, plans, publications] = queries
  return {
    rounds: rounds.data === undefined ? [] : standingOf(rounds.data, plans.data ?? [], publications.data ?? []),
    plans: plans.data ?? [],
    isLoading: queries.some((query) => query.isPending),
    error: queries.find((query) => query.error !== null)?.error ?? null,
    retry: () => queries.forEach((query) => void query.refetch()),
  }
}
