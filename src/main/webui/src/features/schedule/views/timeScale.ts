import type { Window } from '@/lib/api/types'
import { minutesBetween } from '../board/facts'

/** Where local times lie between the first start and the last end: 0 to 1. */
export type Scale = {
  shareOf: (localDateTime: string) => number
  ticks: { at: string; share: number; isMidnight: boolean }[]
}

const HOUR = 60
const DAY = 24 * HOUR
/** Minutes between ticks, so that there are about so many at most. */
const STEPS = [2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY]
const MOST_TICKS = 12

export function scaleOf(windows: readonly Window[], mostTicks = MOST_TICKS): Scale {
  const first = windows.reduce((least, { start }) => (start < least ? start : least), windows[0]?.start ?? '2000-01-01T00:00')
  const last = windows.reduce((most, { end }) => (end > most ? end : most), windows[0]?.end ?? '2000-01-02T00:00')
  const minutes = Math.max(1, minutesBetween(first, last))
  const step = STEPS.find((each) => minutes / each <= mostTicks) ?? 28 * DAY
  const midnight = `${first.slice(0, 10)}T00:00`
  const ticks: Scale['ticks'] = []
  for (let m = Math.ceil(minutesBetween(midnight, first) / step) * step; m <= minutesBetween(midnight, last); m += step) {
    const at = new Date(Date.parse(`${midnight}Z`) + m * 60_000).toISOString().slice(0, 16)
    ticks.push({ at, share: minutesBetween(first, at) / minutes, isMidnight: m % DAY === 0 })
  }
  return { shareOf: (at) => minutesBetween(first, at) / minutes, ticks }
}
