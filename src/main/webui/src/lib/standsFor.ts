import type { Publication, Round } from '@/lib/api/types'

/** Whether a publication stands for a round. A round on another date is another round, whatever its identifier. */
export function standsFor({ standing }: Publication, { id, date }: Round): boolean {
  return standing.some((told) => told.round === id && told.date === date)
}
