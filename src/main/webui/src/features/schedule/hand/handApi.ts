import { ApiError } from '@/lib/api/errors'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import type { Effect, Plan, Violation } from '@/lib/api/types'
import type { Change } from './changes'

/** How the service answers changes that are to be done. */
export type Answer =
  | { kind: 'done'; effect: Effect }
  /** The plan was changed meanwhile. */
  | { kind: 'stale'; by: { actor: string; at: string }[] }
  /** Rules would be broken, and the request does not say that this is meant. */
  | { kind: 'broken'; broken: Violation[] }

/** What the changes would do; nothing is done. */
export function foresee(plan: string, changes: Change[], signal: AbortSignal): Promise<Effect> {
  return told(
    api.POST('/api/v1/plans/{id}/changes', {
      params: { path: { id: plan }, query: { dryRun: true } },
      body: { changes, override: true },
      signal,
    }),
  )
}

export async function change(plan: string, changes: Change[], override: boolean, etag: string): Promise<Answer> {
  try {
    const effect = await told<Effect>(
      api.POST('/api/v1/plans/{id}/changes', {
        params: { path: { id: plan }, header: { 'If-Match': etag } },
        body: { changes, override },
      }),
    )
    return { kind: 'done', effect }
  } catch (refusal) {
    if (refusal instanceof ApiError && refusal.isStale) {
      const { changes: by } = refusal.current as { changes: { actor: string; at: string }[] | null }
      return { kind: 'stale', by: by ?? [] }
    }
    if (refusal instanceof ApiError && refusal.broken.length > 0) {
      return { kind: 'broken', broken: refusal.broken }
    }
    throw refusal
  }
}

/** A new plan, solved from where this one stands, around its pins. */
export function continueAround({ id, options }: Plan): Promise<Plan> {
  return told(
    api.POST('/api/v1/plans/{id}/continuations', {
      params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: { options: { timeLimit: options.timeLimit } },
    }),
  )
}
