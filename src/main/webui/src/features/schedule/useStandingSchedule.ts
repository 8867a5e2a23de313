import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Plan } from '@/lib/api/types'
import { hasEnded, useSchedule } from '@/lib/queries'

/**
 * The schedule as it stands. A plan that was solved changes only by hand: when its ETag does, the schedule is read
 * again, since a change may leave the score as it was.
 */
export function useStandingSchedule(plan: Plan) {
  const client = useQueryClient()
  const schedule = useSchedule(plan)
  const { data: etag } = useQuery<string>({ queryKey: ['etags', plan.id], queryFn: skipToken, staleTime: Infinity })
  const seen = useRef<string | undefined>(undefined)
  const isOver = hasEnded(plan)
  useEffect(() => {
    if (!isOver || etag === undefined) {
      return
    }
    if (seen.current !== undefined && seen.current !== etag) {
      void client.invalidateQueries({ queryKey: ['plans', plan.id, 'schedule'] })
    }
    seen.current = etag
  }, [client, plan.id, isOver, etag])
  return schedule
}
