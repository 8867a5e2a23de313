import createClient from 'openapi-fetch'
import { i18n } from '@/lib/i18n'
import { ApiError, type ProblemDocument } from './errors'
import type { paths } from './schema'

/** The service, typed by its OpenAPI document. Wrap calls in {@link told}. */
export const api = createClient<paths>({ baseUrl: '', fetch: (request: Request) => globalThis.fetch(request) })

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18n.language)
    return request
  },
  onError: ({ error }) => ApiError.unreachable(error),
})

type Call = Promise<{ data?: unknown; error?: unknown; response: Response }>

/** What the service answers; throws an {@link ApiError} where it refuses, or cannot be reached. */
export async function told<T>(call: Call): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) {
    throw ApiError.of(response, error as ProblemDocument | undefined)
  }
  return data as T
}

/** What the service answers at a path, where bodies are files; throws an {@link ApiError} where it refuses. */
export async function ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
  let response
  try {
    response = await fetch(path, { ...init, headers: { 'Accept-Language': i18n.language, ...init.headers } })
  } catch (cause) {
    throw ApiError.unreachable(cause)
  }
  if (!response.ok) {
    throw ApiError.of(response, (await response.json().catch(() => undefined)) as ProblemDocument | undefined)
  }
  return response
}

/** The cursor within the path of the next page. */
export function cursorIn(next: string | null): string | undefined {
  return next === null ? undefined : new URLSearchParams(next.split('?')[1]).get('cursor') ?? undefined
}

/** A key under which a creating request counts once, however often it is sent. */
export function newIdempotencyKey(): string {
  // Not randomUUID, which browsers have over TLS only.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
