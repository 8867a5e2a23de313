import { ApiError, type Fault, type ProblemDocument } from '@/lib/api/errors'
import type { ListChange } from '@/lib/api/types'
import { language } from '@/lib/i18n'

export type Mode = 'update' | 'replace'

/** A fault at its place in a file. */
export type CellFault = { sheet: string; row: string; column: string; header: string; detail: string }

/** What the file does to the list, or with `dryRun` would do. */
export async function importFile(
  path: string, file: File, mode: Mode, dryRun: boolean, revision?: number,
): Promise<ListChange> {
  let response
  try {
    response = await fetch(`${path}?mode=${mode}&dryRun=${dryRun}`, {
      method: 'POST',
      body: file,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Accept-Language': language(),
        ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      },
    })
  } catch (cause) {
    throw ApiError.unreachable(cause)
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    throw ApiError.of(response, body as ProblemDocument | undefined)
  }
  return body as ListChange
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
