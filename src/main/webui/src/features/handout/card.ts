/** What cadres see of their own duties by their link. Local times are in the time zone of the card. */
export type Card = {
  name: string
  unit: string
  timeZone: string
  duties: CardDuty[]
  ended?: string | null
  changed?: string | null
  standing?: Standing | null
}

export type Standing = 'PUBLISHED' | 'CHANGED' | 'WITHDRAWN'

export type CardDuty = {
  date: string
  start: string
  end: string
  site: string
  subdistrict: string
  community: string
  location?: { lat: number; lon: number } | null
  post: string
  travelMinutes: number
  standing?: Standing | null
}

/** Whether a duty no longer takes place. */
export function isOver({ standing }: CardDuty): boolean {
  return standing === 'WITHDRAWN'
}

/** An instant as a local date-time of a time zone: 2022-05-03T05:30. */
export function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** Minutes before a local date-time; across midnight, but not across a change of the clocks. */
export function minutesBefore(local: string, minutes: number): string {
  const time = new Date(`${local.slice(0, 16)}:00Z`)
  time.setUTCMinutes(time.getUTCMinutes() - minutes)
  return time.toISOString().slice(0, 16)
}

/** How far off a day is: 0 today, 1 tomorrow. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(date.slice(0, 10)) - Date.parse(today.slice(0, 10))) / 86_400_000)
}

/** Opens the map of the phone; undefined where the place is not known. */
export function geoLink({ location, site }: CardDuty): string | undefined {
  if (!location) {
    return undefined
  }
  const { lat, lon } = location
  return `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(site)})`
}
