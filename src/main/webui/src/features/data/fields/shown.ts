import type { TFunction } from 'i18next'
import { clock, day } from '@/lib/format'
import { draftOf, isText } from './drafts'
import type { Names } from '../items'
import type { Column, ListName } from '../lists'

type Held = { skill: string; from?: string; until?: string }
type Available = { start: string; end: string; kind: string; windowKinds?: string[]; weight?: number }
type Absent = { kind: string; from: string; until?: string }
type Confined = { site: string; from: string; until?: string }

/** A value in words, on one line. */
export function shown(column: Column, value: unknown, names: Names, t: TFunction<'data'>): string {
  if (value === undefined || value === null) {
    return ''
  }
  const named = (list: ListName | undefined, id: string) => (list && names.get(list)?.get(id)) ?? id
  switch (column.kind) {
    case 'phone':
      return String(value)
    case 'truth':
      return t(`choices.truth.${value === true ? 'true' : 'false'}`)
    case 'choice':
      return t(`choices.${column.choiceOf}.${String(value)}`)
    case 'reference':
      return named(column.list, String(value))
    case 'references':
      return (value as string[]).map((id) => named(column.list, id)).join(' · ')
    case 'tags':
      return (value as string[]).join(' · ')
    case 'dateTime':
      return moment(String(value))
    case 'date':
      return String(value)
    case 'skills':
      return (value as Held[]).map((held) => `${named(column.list, held.skill)}${days(held)}`).join(' · ')
    case 'availability':
      return (value as Available[])
        .map((time) => [
          t(`choices.availability.${time.kind}`),
          `${moment(time.start)}–${time.end.slice(0, 10) === time.start.slice(0, 10) ? clock(time.end) : moment(time.end)}`,
          ...(time.windowKinds ?? []),
        ].join(' '))
        .join(' · ')
    case 'absences':
      return (value as Absent[]).map((time) => `${t(`choices.absence.${time.kind}`)} ${times(time, t)}`).join(' · ')
    case 'confinements':
      return (value as Confined[]).map((time) => `${named(column.list, time.site)} ${times(time, t)}`).join(' · ')
    default:
      return isText(column) ? String(draftOf(column, value)) : JSON.stringify(value)
  }
}

function moment(local: string): string {
  return `${day(local)} ${clock(local)}`
}

/** Both days inclusive. */
function days({ from, until }: { from?: string; until?: string }): string {
  return from === undefined && until === undefined ? '' : ` (${from ?? ''}–${until ?? ''})`
}

function times({ from, until }: { from: string; until?: string }, t: TFunction<'data'>): string {
  return until === undefined ? t('since', { from: moment(from) }) : `${moment(from)}–${moment(until)}`
}
