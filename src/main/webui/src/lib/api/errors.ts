import { i18n } from '@/lib/i18n'
import type { Violation } from './types'

/** One thing that is wrong with an input, in the reader's language. */
export type Fault = { pointer: string; code: string; detail: string; params?: Record<string, string> }

/** RFC 9457. The service writes title and details in the language that was asked for. */
export type ProblemDocument = {
  title?: string
  detail?: string
  code?: string
  errors?: Fault[]
  errorCount?: number
  /** Of a 412: the current state. */
  current?: unknown
  /** Of a 409: what points to an item that was to be deleted. */
  referrers?: Referrer[]
  /** Of a 409: rules that changes by hand would break. */
  broken?: Violation[]
}

export type Referrer = { list: string; id: string; field: string; target: string }

/** The service refused, or could not be reached (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly title: string
  readonly code: string
  readonly faults: Fault[]
  readonly faultCount: number
  /** Seconds until it is worth asking again; undefined where the service did not say. */
  readonly retryAfter: number | undefined
  /** The ETag of the current state, where the service gave it. */
  readonly etag: string | undefined
  readonly current: unknown
  readonly referrers: Referrer[]
  readonly broken: Violation[]

  private constructor(status: number, problem: ProblemDocument, retryAfter?: number, etag?: string) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.status = status
    this.title = problem.title ?? ''
    this.code = problem.code ?? ''
    this.faults = problem.errors ?? []
    this.faultCount = problem.errorCount ?? this.faults.length
    this.retryAfter = retryAfter
    this.etag = etag
    this.current = problem.current
    this.referrers = problem.referrers ?? []
    this.broken = problem.broken ?? []
  }

  static of(response: Response, problem: ProblemDocument | undefined): ApiError {
    const seconds = Number(response.headers.get('Retry-After') ?? NaN)
    const isProblem = typeof problem === 'object' && problem !== null
    return new ApiError(
      response.status,
      isProblem ? problem : {},
      Number.isNaN(seconds) ? undefined : seconds,
      response.headers.get('ETag') ?? undefined,
    )
  }

  static unreachable(cause: unknown): ApiError {
    const error = new ApiError(0, { detail: i18n.t('unreachable.title') })
    error.cause = cause
    return error
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }

  /** Whether the resource was changed since it was read. */
  get isStale(): boolean {
    return this.status === 412
  }
}
