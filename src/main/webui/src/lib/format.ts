import { language } from './i18n'

/** Seconds of an ISO 8601 duration such as `PT1H30M` or `PT12.5S`. */
export function secondsOf(duration: string): number {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration)
  return match === null ? 0 : Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
}

/** As people say it: 45 秒, 2 分 30 秒, 1 小时 5 分. */
export function spokenSeconds(seconds: number): string {
  const whole = Math.round(seconds)
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [hours, minutes, secs] = language() === 'en' ? [' h', ' min', ' s'] : [' 小时', ' 分', ' 秒']
  const parts = [h > 0 && `${h}${hours}`, m > 0 && `${m}${minutes}`, s > 0 && h === 0 && `${s}${secs}`].filter(Boolean)
  return parts.length === 0 ? `0${secs}` : parts.join(' ')
}

export function spokenMinutes(minutes: number): string {
  return spokenSeconds(minutes * 60)
}

export function number(value: number, digits = 0): string {
  // Adding 0 makes 0 of what is minus nothing.
  return new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value + 0)
}

/** A share of one; gaps are small, so two digits. */
export function percent(share: number, digits = 2): string {
  return new Intl.NumberFormat(language(), {
    style: 'percent', maximumFractionDigits: digits, minimumFractionDigits: Math.min(digits, 1),
  }).format(share)
}

/** An instant in the reader's time zone: 5月3日 05:30. */
export function instant(iso: string): string {
  return new Intl.DateTimeFormat(language(), {
    month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date(iso))
}

/** A date without a time zone: 5月3日 周二. */
export function day(date: string): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  const say = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language(), { ...parts, timeZone: 'UTC' }).format(at)
  const [dayOfMonth, weekday] = [say({ month: 'short', day: 'numeric' }), say({ weekday: 'short' })]
  return language() === 'en' ? `${weekday} ${dayOfMonth}` : `${dayOfMonth} ${weekday}`
}

/** The time of a local date-time: 05:30. */
export function clock(localDateTime: string): string {
  return localDateTime.slice(11, 16)
}

/** A window: 5月3日 周二 05:30–12:00; the end names its day where it is another one. */
export function span(start: string, end: string): string {
  const isOneDay = start.slice(0, 10) === end.slice(0, 10)
  return `${day(start)} ${clock(start)}–${isOneDay ? '' : `${day(end)} `}${clock(end)}`
}
