import { queryOptions } from '@tanstack/react-query'

/** Where maps get their pictures; a service that does not say has none. */
export type Tiles = { tileUrl: string | null; tileAttribution: string | null }

export const tilesQuery = queryOptions({
  queryKey: ['page'],
  queryFn: async (): Promise<Tiles> => {
    const response = await fetch('/api/v1/page')
    return response.ok ? ((await response.json()) as Tiles) : { tileUrl: null, tileAttribution: null }
  },
  staleTime: Infinity,
})
