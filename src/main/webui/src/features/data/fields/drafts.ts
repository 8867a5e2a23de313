import {
  FormError, parseDutyLimit, parseLocation, parsePerKind, parseShare, parseSuccessions, parseWhole,
  writeDutyLimit, writeLocation, writePerKind, writeShare, writeSuccessions, type Location, type Preferred,
} from './forms'
import type { Column, Kind } from '../lists'

/** How a kind of value is written as one line of text. */
type TextForm = { write: (value: never) => string; parse: (text: string) => unknown; fault: string }

const FORMS: Partial<Record<Kind, TextForm>> = {
  text: { write: (value: string) => value, parse: plain, fault: 'badForm' },
  phone: { write: () => '', parse: plain, fault: 'badForm' },
  whole: { write: (value: number) => String(value), parse: parseWhole, fault: 'badWhole' },
  share: { write: (value: number) => writeShare(value), parse: parseShare, fault: 'badShare' },
  location: { write: (value: Location) => writeLocation(value), parse: parseLocation, fault: 'badLocation' },
  dutyLimit: { write: (value: Preferred<number>) => writeDutyLimit(value), parse: parseDutyLimit, fault: 'badForm' },
  dutyPerKind: { write: (value: Preferred<Record<string, number>>) => writePerKind(value), parse: parsePerKind, fault: 'badForm' },
  dutySuccessions: { write: (value: Preferred<[string, string][]>) => writeSuccessions(value), parse: parseSuccessions, fault: 'badForm' },
}

function plain(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim()
}

export function isText(column: Column): boolean {
  return FORMS[column.kind] !== undefined
}

/** Lists of entries with several fields: they are edited in a dialog. */
export function isEntries(column: Column): boolean {
  return ['skills', 'availability', 'absences', 'confinements'].includes(column.kind)
}

/** What an editor starts with: a text, or the value itself. */
export function draftOf(column: Column, value: unknown): unknown {
  const form = FORMS[column.kind]
  return form === undefined ? value : value === undefined || value === null ? '' : form.write(value as never)
}

/** The value of what was written; throws a {@link FormError} where it has another form. */
export function valueOf(column: Column, draft: unknown): unknown {
  const form = FORMS[column.kind]
  if (form === undefined) {
    return Array.isArray(draft) && draft.length === 0 ? undefined : draft
  }
  return form.parse(String(draft ?? ''))
}

/** The key of the words that say what is wrong with a text. */
export function faultOf(column: Column): string {
  return FORMS[column.kind]?.fault ?? 'badForm'
}

export { FormError }
