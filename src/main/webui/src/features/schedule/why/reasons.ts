import type { TFunction } from 'i18next'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import type { CadreExplanation } from '@/lib/api/types'
import { isNewcomer, type Duty } from '../board/board'
import type { Facts } from '../board/facts'
import { siteName, unitName } from '../words'

export type DutyWhy = CadreExplanation['duties'][number]
export type Part = DutyWhy['parts'][number]

/** A reason in plain words: for the duty, against it, or neither. */
export type Reason = { side: 'for' | 'against' | 'neutral'; text: string }

/**
 * What speaks for and against a duty. The referee's parts say what would not be counted without it; that nothing is
 * counted is said where it is good to know.
 */
export function reasonsOf(facts: Facts, duty: Duty, parts: readonly Part[], t: TFunction): Reason[] {
  const { index } = facts
  const { cadre, demand } = duty
  const words = {
    name: cadre.name ?? cadre.id,
    site: siteName(index, demand.site),
    unit: unitName(index, cadre),
    home: index.communities.get(cadre.homeCommunity)?.subdistrict ?? '',
    subdistrict: facts.siteFacts.get(demand.site)?.subdistrict ?? '',
    lastSite: cadre.lastSite === undefined ? '' : siteName(index, cadre.lastSite),
    hours: number((cadre.minutesServed ?? 0) / 60, 1),
    rounds: cadre.roundsServed ?? 0,
    skills: (cadre.skills ?? [])
      .filter(({ skill }) => facts.scarceSkills.has(skill))
      .map(({ skill }) => index.problem.skills?.find(({ id }) => id === skill)?.name ?? skill)
      .join(t('comma')),
  }
  const counted = new Set(parts.map((part) => `${part.rule.level} ${part.rule.id}`))
  const reasons = parts.map((part): Reason => {
    const key = part.quantity < 0 ? 'less' : 'more'
    const isHard = part.rule.level === 'HARD'
    return {
      side: part.points > 0 ? 'for' : 'against',
      text: isHard
        ? t(`reason.hard.${key}`, { rule: inLanguage(part.rule.name), count: Math.abs(part.quantity) })
        : t([`reason.${part.rule.id}.${key}`, `reason.other.${key}`], {
            ...words, rule: inLanguage(part.rule.name), count: Math.abs(part.quantity), shown: number(Math.abs(part.quantity)),
          }),
    }
  })
  const say = (rule: string, when: boolean) => {
    if (when && !counted.has(`SOFT ${rule}`)) {
      reasons.push({ side: 'for', text: t(`reason.${rule}.none`, words) })
    }
  }
  say('home', words.home !== '' && words.home === words.subdistrict)
  say('unit-pairing', (index.units.get(cadre.unit)?.subdistricts ?? []).includes(words.subdistrict))
  say('same-site', cadre.lastSite !== undefined && cadre.lastSite === demand.site)
  say('experience', !isNewcomer(cadre))
  return reasons.sort((a, b) => ORDER[a.side] - ORDER[b.side])
}

const ORDER = { for: 0, neutral: 1, against: 2 }
