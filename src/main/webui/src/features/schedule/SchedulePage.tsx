import { Alert, Empty } from 'antd'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Navigate, Route, Routes, useLocation, useSearchParams } from 'react-router'
import type { Plan, Schedule } from '@/lib/api/types'
import type { ProblemIndex } from '@/lib/problemIndex'
import { hasEnded, useProblem, useSchedule } from '@/lib/queries'
import { useShownPlan } from '@/lib/shownPlan'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { boardOf, heavyHours } from './board/board'
import { factsKept } from './board/kept'
import { NO_FILTERS, type Filters } from './board/filters'
import { FilterBar } from './FilterBar'
import { ConfirmChanges } from './hand/ConfirmChanges'
import { HandBar } from './hand/HandBar'
import { PickedBar } from './hand/PickedBar'
import { changesOfPuttingDown } from './hand/changes'
import { useHand } from './hand/useHand'
import { ScheduleContext, type Picked, type ScheduleView, type Selection, type Target } from './ScheduleContext'
import { Search } from './Search'
import { CadreView } from './views/CadreView'
import { SiteView } from './views/SiteView'
import { UnitView } from './views/UnitView'
import { CoverageView } from './views/CoverageView'
import { WhyPanel } from './why/WhyPanel'
import './schedule.css'

const MapView = lazy(() => import('./map/MapView'))

/** The schedule of a plan: looked at from all sides, explained, and changed by hand. */
export function Component() {
  const { t } = useTranslation('schedule')
  const plan = useShownPlan()
  const problem = useProblem(plan.id)
  const schedule = useSchedule(plan)
  const error = problem.error ?? schedule.error
  if (plan.score === null) {
    return (
      <Empty description={t(hasEnded(plan) ? 'empty.never' : 'empty.notYet')}>
        <Link to={`/plans/${plan.id}`}>{t('empty.toProgress')}</Link>
      </Empty>
    )
  }
  if (problem.data === undefined || schedule.data === undefined) {
    if (error !== null) {
      return <ErrorNote error={error} onRetry={() => void (problem.error === null ? schedule : problem).refetch()} />
    }
    return (
      <div className="sched-loading">
        <Loading />
        <p>{t('loading')}</p>
      </div>
    )
  }
  return (
    <LoadedSchedule
      key={plan.id}
      plan={plan}
      index={problem.data}
      schedule={schedule.data}
      isOutdated={schedule.isPlaceholderData}
    />
  )
}

const VIEWS = ['sites', 'cadres', 'units', 'coverage', 'map'] as const

function LoadedSchedule({ plan, index, schedule, isOutdated }: {
  plan: Plan
  index: ProblemIndex
  schedule: Schedule
  /** Another one stands by now, and is being read. */
  isOutdated: boolean
}) {
  const { t } = useTranslation('schedule')
  const board = useMemo(() => boardOf(factsKept(index), schedule.assignments), [index, schedule])
  const [parameters] = useSearchParams()
  const [filters, setFilters] = useState<Filters>(() => ({
    ...NO_FILTERS, loadHours: heavyHours(board), unfilled: parameters.get('show') === 'unfilled',
  }))
  const [picked, pick] = useState<Picked>()
  const { selection, origin, select } = useSelection()
  const hand = useHand(plan, schedule)
  const { propose } = hand
  const whole = plan.partOf?.plan.split('/').at(-1)
  const isOpen = hasEnded(plan) && whole === undefined && !isOutdated

  const putDown = useCallback(
    (from: Picked, target: Target) => {
      pick(undefined)
      const changes = changesOfPuttingDown(from, target)
      if (changes.length > 0) {
        propose(changes)
      }
    },
    [propose],
  )

  // Lists follow a filter a moment later, so that its button answers at once.
  const shownFilters = useDeferredValue(filters)
  const view = useMemo<ScheduleView>(
    () => ({
      plan, board, filters: shownFilters, setFilters, selection, select, origin, picked, pick, putDown,
      propose, isOpen,
    }),
    [plan, board, shownFilters, selection, select, origin, picked, putDown, propose, isOpen],
  )
  const { search } = useLocation()
  const isChosen = selection.demand !== undefined || selection.cadre !== undefined
  return (
    <ScheduleContext value={view}>
      <div className="sched">
        <div className="sched-bar">
          <nav className="sched-views" aria-label={t('views.label')}>
            {VIEWS.map((name) => (
              <NavLink key={name} to={{ pathname: `/plans/${plan.id}/schedule/${name}`, search }} preventScrollReset>
                {t(`views.${name}`)}
              </NavLink>
            ))}
          </nav>
          <Search />
          <HandBar hand={hand} />
        </div>
        <FilterBar filters={filters} />
        {!hasEnded(plan) && <Alert type="info" showIcon title={t('stillSolving')} />}
        {whole !== undefined && (
          <Alert type="info" showIcon title={t('partOfWhole')} action={<Link to={`/plans/${whole}/schedule`}>{t('toWhole')}</Link>} />
        )}
        <div className={isChosen ? 'sched-body with-panel' : 'sched-body'}>
          <div className="sched-main">
            <Suspense fallback={<Loading />}>
              <Routes>
                <Route path="sites" element={<SiteView />} />
                <Route path="cadres" element={<CadreView />} />
                <Route path="units" element={<UnitView />} />
                <Route path="coverage" element={<CoverageView />} />
                <Route path="map" element={<MapView />} />
                <Route path="*" element={<Navigate to={{ pathname: `/plans/${plan.id}/schedule/sites`, search }} replace />} />
              </Routes>
            </Suspense>
          </div>
          {isChosen && <WhyPanel />}
        </div>
        <PickedBar />
        <ConfirmChanges hand={hand} />
      </div>
    </ScheduleContext>
  )
}

/** What is looked at closely stands in the address: it can be linked to. */
function useSelection(): Pick<ScheduleView, 'selection' | 'select' | 'origin'> {
  const [parameters, setParameters] = useSearchParams()
  const [origin, setOrigin] = useState<HTMLElement>()
  const demand = parameters.get('demand') ?? undefined
  const cadre = parameters.get('cadre') ?? undefined
  const unit = parameters.get('unit') ?? undefined
  const selection = useMemo(() => ({ demand, cadre, unit }), [demand, cadre, unit])
  const select = useCallback(
    (next: Selection, from?: HTMLElement) => {
      if (next.demand !== undefined || next.cadre !== undefined) {
        setOrigin(from) // closing leaves it, so that the focus finds its way back
      }
      setParameters(
        (now) => {
          const all = new URLSearchParams(now)
          for (const [name, value] of [['demand', next.demand], ['cadre', next.cadre], ['unit', next.unit ?? now.get('unit')]] as const) {
            if (value == null) {
              all.delete(name)
            } else {
              all.set(name, value)
            }
          }
          return all
        },
        { replace: true, preventScrollReset: true },
      )
    },
    [setParameters],
  )
  return { selection, select, origin }
}
