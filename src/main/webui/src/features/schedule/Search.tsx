import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useScheduleView } from './ScheduleContext'
import { SearchBox } from './SearchBox'

/** Finds a person, a site or a unit, and shows it where it is best seen. */
export function Search() {
  const { t } = useTranslation('schedule')
  const { plan, select } = useScheduleView()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const base = `/plans/${plan.id}/schedule`
  return (
    <SearchBox
      label={t('search.label')}
      onChoose={({ kind, id }, origin) => {
        if (kind === 'cadre') {
          select({ cadre: id }, origin)
        } else if (kind === 'unit') {
          void navigate(`${base}/units?unit=${encodeURIComponent(id)}`, { preventScrollReset: true })
        } else {
          const view = pathname.endsWith('/map') ? 'map' : 'sites'
          void navigate(`${base}/${view}?site=${encodeURIComponent(id)}`, { preventScrollReset: true })
        }
      }}
    />
  )
}
