/** What people write for values that have more than one part: as in the spreadsheets of the service. */

/** Thrown where a text is not in its form; the page says which form it is. */
export class FormError extends Error {}

export type Location = { lat: number; lon: number }
export type Preferred<T> = T | { limit: T; weight: number }

const WHOLE = /^-?\d+$/
const DECIMAL = /^-?\d+(\.\d+)?$/

/** Nothing where nothing is written. */
export function parseWhole(text: string): number | undefined {
  return parseNumber(text, WHOLE)
}

function parseNumber(text: string, form: RegExp): number | undefined {
  const plain = text.trim()
  if (plain === '') {
    return undefined
  }
  if (!form.test(plain)) {
    throw new FormError(plain)
  }
  return Number(plain)
}

/** `75%` and `0.75` are the same share. */
export function parseShare(text: string): number | undefined {
  const plain = text.trim().replace('％', '%')
  return plain.endsWith('%')
    ? rounded((parseNumber(plain.slice(0, -1), DECIMAL) ?? NaN) / 100)
    : parseNumber(plain, DECIMAL)
}

export function writeShare(share: number): string {
  return `${rounded(share * 100)}%`
}

function rounded(value: number): number {
  if (Number.isNaN(value)) {
    throw new FormError()
  }
  return Math.round(value * 1e6) / 1e6
}

/** `39.92, 116.41`: degrees north, then east. */
export function parseLocation(text: string): Location | undefined {
  if (text.trim() === '') {
    return undefined
  }
  const [lat, lon, ...more] = text.split(/[,，\s]+/).filter(Boolean).map((part) => parseNumber(part, DECIMAL))
  if (lat === undefined || lon === undefined || more.length > 0) {
    throw new FormError(text)
  }
  return { lat, lon }
}

export function writeLocation({ lat, lon }: Location): string {
  return `${lat}, ${lon}`
}

function isPreferred<T>(value: Preferred<T>): value is { limit: T; weight: number } {
  return typeof value === 'object' && value !== null && 'limit' in value && 'weight' in value
}

/** The part before and the weight behind the last `@`. */
function withWeight<T>(text: string, parse: (limit: string) => T | undefined): Preferred<T> | undefined {
  const [before = '', weight, ...more] = text.split('@')
  const limit = parse(before.replace(/[;；]\s*$/, ''))
  if (limit === undefined && weight === undefined) {
    return undefined
  }
  const parsed = weight === undefined ? undefined : parseWhole(weight)
  if (limit === undefined || more.length > 0 || (weight !== undefined && parsed === undefined)) {
    throw new FormError(text)
  }
  return parsed === undefined ? limit : { limit, weight: parsed }
}

function write<T>(value: Preferred<T>, plain: (limit: T) => string, separator: string): string {
  return isPreferred(value) ? `${plain(value.limit)}${separator}@ ${value.weight}` : plain(value)
}

/** `5` is required, `5 @ 20` is preferred with a weight of 20. */
export function parseDutyLimit(text: string): Preferred<number> | undefined {
  return withWeight(text, parseWhole)
}

export function writeDutyLimit(value: Preferred<number>): string {
  return write(value, String, ' ')
}

/** `night=2; early=3`, perhaps with `; @ 20` at the end. */
export function parsePerKind(text: string): Preferred<Record<string, number>> | undefined {
  return withWeight(text, (limits) => {
    const entries = parts(limits).map((part) => {
      const [kind = '', most = '', ...more] = part.split('=').map((side) => side.trim())
      const limit = parseWhole(most)
      if (kind === '' || limit === undefined || more.length > 0) {
        throw new FormError(part)
      }
      return [kind, limit] as const
    })
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  })
}

export function writePerKind(value: Preferred<Record<string, number>>): string {
  return write(value, (limits) => Object.entries(limits).map(([kind, most]) => `${kind}=${most}`).join('; '), '; ')
}

/** `night > early`: no early window the day after a night one. */
export function parseSuccessions(text: string): Preferred<[string, string][]> | undefined {
  return withWeight(text, (pairs) => {
    const found = parts(pairs).map((part): [string, string] => {
      const [first = '', next = '', ...more] = part.split('>').map((side) => side.trim())
      if (first === '' || next === '' || more.length > 0) {
        throw new FormError(part)
      }
      return [first, next]
    })
    return found.length === 0 ? undefined : found
  })
}

export function writeSuccessions(value: Preferred<[string, string][]>): string {
  return write(value, (pairs) => pairs.map(([first, next]) => `${first} > ${next}`).join('; '), '; ')
}

function parts(text: string): string[] {
  return text.split(/[;；]/).map((part) => part.trim()).filter(Boolean)
}
