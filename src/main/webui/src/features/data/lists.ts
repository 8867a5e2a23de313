/** The ten lists of a district, in the order in which they build on each other. */
export const LISTS = [
  'communities', 'units', 'skills', 'posts', 'sites', 'cadres', 'duty-rules', 'rounds', 'windows', 'demands',
] as const
export type ListName = (typeof LISTS)[number]

/** An item as the service tells it: fields by name. */
export type Item = { id: string } & Record<string, unknown>

/** What a field holds, and so how it is shown and edited. */
export type Kind =
  | 'text' | 'whole' | 'share' | 'truth' | 'choice' | 'reference' | 'references' | 'tags' | 'date' | 'dateTime'
  | 'phone' | 'location' | 'dutyLimit' | 'dutyPerKind' | 'dutySuccessions'
  | 'skills' | 'availability' | 'absences' | 'confinements'

export type Column = {
  field: string
  kind: Kind
  width: number
  isRequired?: boolean
  /** The list that a reference points into. */
  list?: ListName
  /** The words of a choice; their translations are below `choices`. */
  choices?: readonly string[]
  choiceOf?: string
  isSortable?: boolean
  isFilterable?: boolean
  /** What stands where the field is left out. */
  preset?: unknown
}

const LEVELS = ['CITY', 'DISTRICT', 'SUBDISTRICT', 'RESIDENT'] as const
const SITE_KINDS = ['SCREENING', 'SEALED', 'BUILDING', 'ERRAND_BASE', 'RESERVE'] as const
const ADMITS = ['ANYONE', 'RESIDENTS'] as const
export const ABSENCES = ['SICK', 'LEAVE', 'OTHER'] as const
export const AVAILABILITIES = ['UNAVAILABLE', 'UNDESIRED', 'DESIRED'] as const

const ID: Column = { field: 'id', kind: 'text', width: 140, isRequired: true, isSortable: true }
const NAME: Column = { field: 'name', kind: 'text', width: 200, isSortable: true }
const LOCATION: Column = { field: 'location', kind: 'location', width: 170, isRequired: true }

function limit(field: string): Column {
  return { field, kind: 'dutyLimit', width: 130 }
}

function count(field: string, width = 90): Column {
  return { field, kind: 'whole', width, isRequired: true, isSortable: true }
}

/** The columns of each list, with what the service can filter and sort by. */
export const COLUMNS: Record<ListName, readonly Column[]> = {
  communities: [
    ID, NAME, { field: 'subdistrict', kind: 'text', width: 180, isRequired: true, isSortable: true, isFilterable: true },
    LOCATION,
  ],
  units: [
    ID, { ...NAME, width: 240 }, count('staff', 110),
    { field: 'maxAway', kind: 'whole', width: 120, isSortable: true },
    { field: 'maxAwayShare', kind: 'share', width: 120, isSortable: true },
    { field: 'subdistricts', kind: 'tags', width: 260 },
  ],
  skills: [ID, NAME, { field: 'scarce', kind: 'truth', width: 120, preset: false }],
  posts: [
    ID, { ...NAME, width: 160 },
    { field: 'skillsAnyOf', kind: 'references', list: 'skills', width: 220, isFilterable: true },
    { field: 'skillsAllOf', kind: 'references', list: 'skills', width: 220, isFilterable: true },
    { field: 'tags', kind: 'tags', width: 180 },
    { field: 'minAge', kind: 'whole', width: 100 },
    { field: 'maxAge', kind: 'whole', width: 100 },
  ],
  sites: [
    ID, { ...NAME, width: 240 },
    {
      field: 'kind', kind: 'choice', choices: SITE_KINDS, choiceOf: 'siteKind', width: 130,
      isSortable: true, isFilterable: true, preset: 'SCREENING',
    },
    { field: 'community', kind: 'reference', list: 'communities', width: 200, isRequired: true, isSortable: true, isFilterable: true },
    LOCATION,
    {
      field: 'admits', kind: 'choice', choices: ADMITS, choiceOf: 'admits', width: 120,
      isSortable: true, isFilterable: true, preset: 'ANYONE',
    },
    { field: 'residents', kind: 'whole', width: 110, isSortable: true },
  ],
  cadres: [
    ID, { ...NAME, width: 110 },
    { field: 'unit', kind: 'reference', list: 'units', width: 190, isRequired: true, isSortable: true, isFilterable: true },
    {
      field: 'level', kind: 'choice', choices: LEVELS, choiceOf: 'level', width: 100,
      isSortable: true, isFilterable: true, preset: 'DISTRICT',
    },
    { field: 'skills', kind: 'skills', width: 210, isFilterable: true, list: 'skills' },
    { field: 'absences', kind: 'absences', width: 200 },
    { field: 'availability', kind: 'availability', width: 260 },
    { field: 'phone', kind: 'phone', width: 130 },
    { field: 'homeCommunity', kind: 'reference', list: 'communities', width: 190, isRequired: true, isSortable: true, isFilterable: true },
    { field: 'dutyRules', kind: 'reference', list: 'duty-rules', width: 120, isSortable: true, isFilterable: true },
    { field: 'roundsServed', kind: 'whole', width: 110, isSortable: true },
    { field: 'minutesServed', kind: 'whole', width: 120, isSortable: true },
    { field: 'lastSite', kind: 'reference', list: 'sites', width: 200, isSortable: true, isFilterable: true },
    { field: 'confinedTo', kind: 'reference', list: 'sites', width: 200 },
    { field: 'confinements', kind: 'confinements', width: 240, list: 'sites' },
    { field: 'avoidTags', kind: 'tags', width: 140 },
    { field: 'birthDate', kind: 'date', width: 130 },
    { field: 'lastServiceDay', kind: 'date', width: 130 },
    LOCATION,
  ],
  'duty-rules': [
    ID,
    { field: 'minRest', kind: 'whole', width: 120, isRequired: true },
    { field: 'maxMinutesPerDay', kind: 'whole', width: 130 },
    limit('minDuties'), limit('maxDuties'), limit('minMinutes'), limit('maxMinutes'), limit('maxConsecutiveDays'),
    limit('minConsecutiveDays'), limit('maxConsecutiveDaysOff'), limit('minConsecutiveDaysOff'), limit('maxWeekends'),
    limit('maxTravel'),
    { field: 'maxPerKind', kind: 'dutyPerKind', width: 200 },
    { field: 'forbiddenSuccessions', kind: 'dutySuccessions', width: 220 },
  ],
  rounds: [ID, NAME, { field: 'date', kind: 'date', width: 160, isRequired: true, isSortable: true }],
  windows: [
    ID,
    { field: 'round', kind: 'reference', list: 'rounds', width: 180, isRequired: true, isSortable: true, isFilterable: true },
    { field: 'start', kind: 'dateTime', width: 180, isRequired: true, isSortable: true },
    { field: 'end', kind: 'dateTime', width: 180, isRequired: true, isSortable: true },
    { field: 'kind', kind: 'text', width: 140, isSortable: true, isFilterable: true },
  ],
  demands: [
    { ...ID, width: 230 },
    { field: 'site', kind: 'reference', list: 'sites', width: 220, isRequired: true, isSortable: true, isFilterable: true },
    { field: 'window', kind: 'reference', list: 'windows', width: 220, isRequired: true, isSortable: true, isFilterable: true },
    { field: 'post', kind: 'reference', list: 'posts', width: 130, isRequired: true, isSortable: true, isFilterable: true },
    count('min'), count('ideal'), count('max'), count('priority'),
    { field: 'idealWeight', kind: 'whole', width: 110, preset: 1 },
    { field: 'overWeight', kind: 'whole', width: 110, preset: 1 },
  ],
}

export function isListName(name: string | undefined): name is ListName {
  return (LISTS as readonly (string | undefined)[]).includes(name)
}

/** The lists whose items a list refers to: their names are shown in its cells. */
export function listsReferredTo(list: ListName): ListName[] {
  return [...new Set(COLUMNS[list].flatMap((column) => column.list ?? []))]
}

/** A list's key in the words of the page. */
export function wordsOf(list: ListName): string {
  return list === 'duty-rules' ? 'dutyRules' : list
}

export function itemTitle(item: Item): string {
  return typeof item.name === 'string' ? item.name : item.id
}

type Fields = Record<string, unknown>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A JSON Merge Patch (RFC 7396) that turns one item into another: what is gone is null, at any depth. */
export function mergePatch(before: Fields, after: Fields): Fields {
  const patch: Fields = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[field], after[field]]
    if (JSON.stringify(old) !== JSON.stringify(now)) {
      patch[field] = isFields(old) && isFields(now) ? mergePatch(old, now) : now ?? null
    }
  }
  return patch
}

/** What a JSON Merge Patch makes of something. */
export function patched(before: Fields, patch: Fields): Fields {
  const after = { ...before }
  for (const [field, value] of Object.entries(patch)) {
    const old = before[field]
    if (value === null) {
      delete after[field]
    } else {
      after[field] = isFields(value) ? patched(isFields(old) ? old : {}, value) : value
    }
  }
  return after
}

/** The field that a JSON Pointer leads into: `/skills/0/from` is of `skills`. */
export function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}
