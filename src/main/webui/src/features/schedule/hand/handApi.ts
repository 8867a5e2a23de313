import { i18n } from '@/lib/i18n'
import { ApiError, type ProblemDocument } from '@/lib/api/errors'
import { newIdempotencyKey } from '@/lib/api/client'
import type { Level, Plan, Score, Violation } from '@/lib/api/types'
import type { Change } from './changes'

/** What changes do to a schedule, or would do. */
export type Effect = {
  score: { before: Score; after: Score }
  rules: {
    rule: string
    level: Level
    quantityBefore: number
    quantityAfter: number
    pointsBefore: number
    pointsAfter: number
  }[]
  broken: Partial<Violation>[]
  version: number
}

/** How the service answers changes that are to be done. */
export type Answer =
  | { kind: 'done'; effect: Effect; etag: string | undefined }
  /** Somebody else was faster. */
  | { kind: 'stale'; by: { actor: string; at: string }[] }
  /** Rules would be broken, and nobody said that this is meant. */
  | { kind: 'broken'; broken: Partial<Violation>[] }

/** What the changes would do; nothing is done. */
export async function foresee(plan: string, changes: Change[], signal?: AbortSignal): Promise<Effect> {
  const response = await post(`/api/v1/plans/${plan}/changes?dryRun=true`, { changes, override: true }, {}, signal)
  if (!response.ok) {
    throw ApiError.of(response, await documentOf(response))
  }
  return (await response.json()) as Effect
}

export async function change(plan: string, changes: Change[], override: boolean, etag: string): Promise<Answer> {
  const response = await post(`/api/v1/plans/${plan}/changes`, { changes, override }, { 'If-Match': etag })
  if (response.ok) {
    const effect = (await response.json()) as Effect
    return { kind: 'done', effect, etag: response.headers.get('ETag') ?? undefined }
  }
  const document = await documentOf(response)
  if (response.status === 412) {
    return { kind: 'stale', by: document?.current?.changes ?? [] }
  }
  if (response.status === 409 && document?.broken !== undefined) {
    return { kind: 'broken', broken: document.broken }
  }
  throw ApiError.of(response, document)
}

/** A new plan, solved from where this one stands, around its pins. */
export async function continueAround(plan: Plan): Promise<Plan> {
  const { timeLimit } = plan.options
  const response = await post(
    `/api/v1/plans/${plan.id}/continuations`,
    { options: { timeLimit } },
    { 'Idempotency-Key': newIdempotencyKey() },
  )
  if (!response.ok) {
    throw ApiError.of(response, await documentOf(response))
  }
  return (await response.json()) as Plan
}

/** Whether this service is older than changes by hand. */
export function isUnknownToService(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 405 || (error.status === 404 && error.code === 'not-found'))
}

type Document = ProblemDocument & {
  broken?: Partial<Violation>[]
  current?: { changes: { actor: string; at: string }[] | null }
}

async function documentOf(response: Response): Promise<Document | undefined> {
  try {
    return (await response.json()) as Document
  } catch {
    return undefined
  }
}

async function post(
  path: string, body: unknown, headers: Record<string, string>, signal?: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language, ...headers },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (cause) {
    if (signal?.aborted) {
      throw cause
    }
    throw ApiError.unreachable(cause)
  }
}
