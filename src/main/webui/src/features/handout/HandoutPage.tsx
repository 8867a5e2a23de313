import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { NavLink, Route, Routes } from 'react-router'
import { useProblem, useSchedule } from '@/lib/queries'
import { useShownPlan } from '@/lib/shownPlan'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { hasEnded } from '@/lib/queries'
import './handout.css'
import { LinksView } from './LinksView'
import { ReportView } from './ReportView'
import { SheetsView } from './SheetsView'

/** What people get of a schedule. */
export function Component() {
  const { t } = useTranslation('handout')
  const plan = useShownPlan()
  const base = `/plans/${plan.id}/handout`
  if (plan.score === null) {
    return (
      <Alert
        type="info"
        showIcon
        title={t(hasEnded(plan) ? 'nothing' : 'notYet')}
        description={t(hasEnded(plan) ? 'nothingText' : 'notYetText')}
      />
    )
  }
  return (
    <>
      <nav className="hand-nav" aria-label={t('views')}>
        <NavLink to={base} end>{t('report')}</NavLink>
        <NavLink to={`${base}/sheets`}>{t('sheets')}</NavLink>
        <NavLink to={`${base}/links`}>{t('links')}</NavLink>
      </nav>
      {!hasEnded(plan) && <Alert type="warning" showIcon title={t('running')} style={{ marginBottom: 12 }} />}
      <Routes>
        <Route index element={<ReportView plan={plan} />} />
        <Route path="sheets" element={<WithSchedule view="sheets" />} />
        <Route path="links" element={<WithSchedule view="links" />} />
      </Routes>
    </>
  )
}

function WithSchedule({ view }: { view: 'sheets' | 'links' }) {
  const plan = useShownPlan()
  const problem = useProblem(plan.id)
  const schedule = useSchedule(plan)
  const error = problem.error ?? schedule.error
  if (error !== null) {
    return <ErrorNote error={error} onRetry={() => void Promise.all([problem.refetch(), schedule.refetch()])} />
  }
  if (problem.data === undefined || schedule.data === undefined) {
    return <Loading />
  }
  const View = view === 'sheets' ? SheetsView : LinksView
  return <View plan={plan} index={problem.data} schedule={schedule.data} />
}
