import { ask } from '@/lib/api/client'
import type { Fault } from '@/lib/api/errors'
import type { ListChange } from '@/lib/api/types'

export type Mode = 'update' | 'replace'

/** A fault at its place in a file. */
export type CellFault = { sheet: string; row: string; column: string; header: string; detail: string }

/** What a file does to a list, and the ETag of the list that it was compared with. */
export type Imported = { change: ListChange; etag: string | null }

/** Imports a file; with `dryRun` only tells what it would do. With an ETag, refuses where the list is another one by now. */
export async function importFile(
  path: string, file: File, mode: Mode, dryRun: boolean, etag: string | null = null,
): Promise<Imported> {
  const response = await ask(`${path}?mode=${mode}&dryRun=${dryRun}`, {
    method: 'POST',
    body: file,
    headers: {
      'Content-Type': 'application/octet-stream',
      ...(etag === null ? {} : { 'If-Match': etag }),
    },
  })
  return { change: (await response.json()) as ListChange, etag: response.headers.get('ETag') }
}

/** The faults of a file in the order of its rows. The place stands apart, so it is taken off the text. */
export function cellFaults(faults: Fault[]): CellFault[] {
  return faults
    .map(({ detail, params = {} }) => ({
      sheet: params.sheet ?? '',
      row: params.row ?? '',
      column: params.column ?? '',
      header: params.header ?? '',
      detail: params.row === undefined ? detail : withoutPlace(detail),
    }))
    .toSorted((a, b) => Number(a.row) - Number(b.row) || a.column.localeCompare(b.column))
}

/** `row 3, column A: This field is required.` is `This field is required.` */
export function withoutPlace(detail: string): string {
  return detail.replace(/^[^:：]*\d[^:：]*[:：]\s*/, '')
}
