import { language } from './i18n'
import { ApiError, type ProblemDocument } from './api/errors'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv'

/** What the service answers at a path, in the language of the page; throws an {@link ApiError} where it refuses. */
export async function fetchFile(path: string, accept: string): Promise<Response> {
  let response
  try {
    response = await fetch(path, { headers: { Accept: accept, 'Accept-Language': language() } })
  } catch (cause) {
    throw ApiError.unreachable(cause)
  }
  if (!response.ok) {
    throw ApiError.of(response, (await response.json().catch(() => undefined)) as ProblemDocument | undefined)
  }
  return response
}

/** Fetches a file and gives it to the reader under the name that the service proposes, or else `name`. */
export async function download(path: string, accept: string, name: string): Promise<void> {
  const response = await fetchFile(path, accept)
  save(await response.blob(), fileNameOf(response.headers.get('Content-Disposition')) ?? name)
}

/** Gives the reader a file. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded === undefined ? /filename="([^"]+)"/.exec(disposition ?? '')?.[1] : decodeURIComponent(encoded)
}
