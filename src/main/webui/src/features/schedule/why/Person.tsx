import { useTranslation } from 'react-i18next'
import type { Cadre } from '@/lib/api/types'
import { number } from '@/lib/format'
import { useScheduleView } from '../ScheduleContext'
import { unitName } from '../words'

/** Who the cadre is: what a planner should know of them before deciding. */
export function PersonHead({ cadre }: { cadre: Cadre }) {
  const { t } = useTranslation('schedule')
  const { board } = useScheduleView()
  const { index } = board.facts
  const home = index.communities.get(cadre.homeCommunity)
  const skills = (cadre.skills ?? []).map(({ skill }) => index.problem.skills?.find(({ id }) => id === skill)?.name ?? skill)
  return (
    <header>
      <h2>{cadre.name ?? cadre.id}</h2>
      <p className="quiet">
        {t(`level.${cadre.level ?? 'DISTRICT'}`)} · {unitName(index, cadre)} · {cadre.id}
      </p>
      <dl className="facts numbers">
        <dt>{t('person.served')}</dt>
        <dd>{t('person.rounds', { count: cadre.roundsServed ?? 0, hours: number((cadre.minutesServed ?? 0) / 60, 1) })}</dd>
        <dt>{t('person.home')}</dt>
        <dd>{home === undefined ? cadre.homeCommunity : `${home.subdistrict} ${home.name ?? home.id}`}</dd>
        {skills.length > 0 && (
          <>
            <dt>{t('person.skills')}</dt>
            <dd>{skills.join(t('comma'))}</dd>
          </>
        )}
        {cadre.confinedTo !== undefined && (
          <>
            <dt>{t('person.confined')}</dt>
            <dd>{index.sites.get(cadre.confinedTo)?.name ?? cadre.confinedTo}</dd>
          </>
        )}
      </dl>
    </header>
  )
}
