import { ask } from './api/client'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv'

/** Fetches a file and gives it to the reader under the name that the service proposes, or else `name`. */
export async function download(path: string, accept: string, name: string): Promise<void> {
  const response = await ask(path, { headers: { Accept: accept } })
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
