import { queryOptions } from '@tanstack/react-query'
import { api, told } from '@/lib/api/client'
import { ApiError } from '@/lib/api/errors'
import type { PageSettings } from '@/lib/api/types'
import { keys } from '@/lib/queryKeys'

const NO_TILES: PageSettings = { tileUrl: null, tileAttribution: null }

/** Where maps get their pictures; a service that does not say has none. */
export const tilesQuery = queryOptions({
  queryKey: keys.pageSettings,
  queryFn: () =>
    told<PageSettings>(api.GET('/api/v1/page')).catch((refusal: unknown) => {
      if (refusal instanceof ApiError && !refusal.isUnreachable) {
        return NO_TILES
      }
      throw refusal
    }),
  staleTime: Infinity,
})
