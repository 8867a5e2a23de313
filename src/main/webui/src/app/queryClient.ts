import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/lib/api/errors'
import { PLAN_ETAGS } from '@/lib/queryKeys'

const TRIES = 3

/** What was refused is not asked again; what could not be reached or was too busy is. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const mayPass = !(error instanceof ApiError) || error.isUnreachable || error.status >= 500 || error.status === 429
  return mayPass && failures < TRIES
}

export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
  // The ETag a plan is changed by is kept while the plan is looked at, however long.
  client.setQueryDefaults(PLAN_ETAGS, { gcTime: Infinity })
  return client
}
