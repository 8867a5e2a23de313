import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Progress, Table } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, told } from '@/lib/api/client'
import type { Plan } from '@/lib/api/types'
import { number, secondsOf, spokenSeconds } from '@/lib/format'
import { hasEnded } from '@/lib/queries'
import { keys } from '@/lib/queryKeys'
import { missingWeight, spokenGap } from '@/lib/score'
import { useShownPlan } from '@/lib/shownPlan'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { StatusTag } from '@/lib/ui/StatusTag'
import { courseQuery, joined, withMoment, type Moment } from './course'
import './solve.css'

const CourseChart = lazy(async () => ({ default: (await import('./CourseChart')).CourseChart }))

/** A gap at which the bar is empty; it fills up as the gap closes, each tenth of it by a third. */
const WIDEST_GAP = 1
const NARROWEST_GAP = 0.001

/** How a plan gets on, and how it ended. */
export function Component() {
  const plan = useShownPlan()
  return <PlanProgress key={plan.id} plan={plan} />
}

function PlanProgress({ plan }: { plan: Plan }) {
  const course = useCourse(plan)
  return (
    <div className="progress-page">
      {hasEnded(plan) ? <Ended plan={plan} /> : <Running plan={plan} />}
      {course.length > 1 && (
        <section className="block">
          <Suspense fallback={<Loading />}>
            <CourseChart course={course} seconds={hasEnded(plan) ? 0 : secondsOf(plan.options.timeLimit)} />
          </Suspense>
        </section>
      )}
      {(plan.parts ?? []).length > 0 && <Parts plan={plan} />}
    </div>
  )
}

function useCourse(plan: Plan): Moment[] {
  const { data: before } = useQuery(courseQuery(plan.id))
  const [live, setLive] = useState<Moment[]>([])
  const next = withMoment(live, plan)
  if (next !== live) {
    setLive(next)
  }
  return useMemo(() => joined(before ?? [], live), [before, live])
}

function Running({ plan }: { plan: Plan }) {
  const { t } = useTranslation('solve')
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: () => told<Plan>(api.POST('/api/v1/plans/{id}/stop', { params: { path: { id: plan.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.plan(plan.id) }),
  })
  const elapsed = useTicking(plan)
  const limit = secondsOf(plan.options.timeLimit)
  const gap = plan.progress.gap
  return (
    <section className="block" aria-labelledby="phase">
      <Flex align="flex-start" justify="space-between" gap={16} wrap>
        <div role="status">
          <h2 id="phase">{phaseOf(plan, t)}</h2>
          <p className="quiet">{t(plan.status === 'QUEUED' ? 'queuedHint' : 'runningHint')}</p>
        </div>
        <Button onClick={() => stop.mutate()} loading={stop.isPending || stop.isSuccess}>
          {t(plan.score === null ? 'stopOnly' : 'stop')}
        </Button>
      </Flex>
      {stop.error !== null && <ErrorNote error={stop.error} />}
      <dl className="meters">
        <dt>{t('meters.time')}</dt>
        <dd><Progress percent={Math.min(100, (100 * elapsed) / limit)} showInfo={false} aria-label={t('meters.time')} /></dd>
        <dd className="numbers">{t('meters.timeOf', { elapsed: spokenSeconds(elapsed), limit: spokenSeconds(limit) })}</dd>
        <dt>{t('meters.gap')}</dt>
        <dd><Progress percent={closed(gap)} showInfo={false} strokeColor="#1f7a4d" aria-label={t('meters.gap')} /></dd>
        <dd className="numbers">{gap === null ? t('meters.gapUnknown') : spokenGap(gap)}</dd>
      </dl>
      <Figures plan={plan} />
    </section>
  )
}

function Ended({ plan }: { plan: Plan }) {
  const { t } = useTranslation('solve')
  const base = `/plans/${plan.id}`
  return (
    <section className="block" aria-labelledby="phase">
      <Flex align="center" gap={12} wrap>
        <div role="status">
          <h2 id="phase">{t(`outcome.${outcomeOf(plan)}`)}</h2>
        </div>
        <StatusTag status={plan.status} />
      </Flex>
      <p>{sentenceOf(plan, t)}</p>
      {plan.failure !== null && <p className="missing">{plan.failure}</p>}
      <Figures plan={plan} />
      <Flex gap={8} wrap>
        {plan.score !== null && (
          <Link to={`${base}/schedule`} tabIndex={-1}><Button type="primary">{t('toSchedule')}</Button></Link>
        )}
        {plan.score !== null && <Link to={`${base}/handout`} tabIndex={-1}><Button>{t('toHandout')}</Button></Link>}
        {plan.district !== null && (
          <Link
            to={`/districts/${encodeURIComponent(plan.district)}/solve?rounds=${plan.rounds.map(encodeURIComponent).join(',')}`}
            tabIndex={-1}
          >
            <Button>{t('again')}</Button>
          </Link>
        )}
      </Flex>
    </section>
  )
}

function Figures({ plan }: { plan: Plan }) {
  const { t } = useTranslation('solve')
  const missing = missingWeight(plan)
  const bound = plan.bound ?? plan.progress.bound
  // What is proven of the goals says little of a schedule that misses other heads.
  const isLimit = bound !== null && (plan.score === null || plan.score.medium === bound.medium) && bound.soft <= 0
  const figures: [string, string, boolean?][] = [
    [t('figures.missing'), missing === null ? '—' : missing === 0 ? t('figures.none') : t('figures.points', { points: number(missing) }), (missing ?? 0) > 0],
    [t('figures.cost'), plan.score === null ? '—' : number(-plan.score.soft)],
    [t('figures.limit'), isLimit ? number(-bound.soft) : '—'],
    ...(hasEnded(plan)
      ? ([
          [t('figures.gap'), spokenGap(plan.gap ?? plan.progress.gap)],
          [t('figures.time'), spokenSeconds(secondsOf(plan.progress.elapsed))],
        ] satisfies [string, string][])
      : []),
    [t('figures.moves'), plan.progress.movesPerSecond === null ? '—' : number(plan.progress.movesPerSecond)],
  ]
  return (
    <dl className="figures">
      {figures.map(([name, value, isBad]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad ? 'numbers missing' : 'numbers'}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Parts({ plan }: { plan: Plan }) {
  const { t } = useTranslation('solve')
  return (
    <section className="block" aria-labelledby="parts">
      <h2 id="parts">{t('parts')}</h2>
      <Table
        size="small" pagination={false} rowKey="plan" dataSource={plan.parts}
        columns={[
          { title: t('part'), key: 'name', render: (_, part) => <Link to={`/plans/${part.plan.split('/').at(-1)}`}>{part.name}</Link> },
          { title: t('status'), key: 'status', render: (_, part) => <StatusTag status={part.status} /> },
          { title: t('words.gap'), key: 'gap', align: 'right', className: 'numbers', render: (_, part) => spokenGap(part.gap) },
          { title: t('figures.time'), key: 'time', align: 'right', className: 'numbers', render: (_, part) => spokenSeconds(secondsOf(part.elapsed)) },
        ]}
      />
    </section>
  )
}

type Say = (key: string, values?: object) => string

/** What happens now, in words. */
function phaseOf(plan: Plan, t: unknown): string {
  const say = t as Say
  if (plan.status === 'QUEUED') {
    return say('phase.QUEUED')
  }
  return say(`phase.${plan.progress.phase ?? 'READING'}`)
}

function outcomeOf(plan: Plan): string {
  if (plan.status === 'FAILED' || plan.status === 'INVALID' || plan.score === null) {
    return 'none'
  }
  if (plan.score.hard < 0 && plan.changedByHand > 0) {
    return 'overridden'
  }
  if (plan.outcome === 'INFEASIBLE' || plan.score.hard < 0) {
    return 'broken'
  }
  return plan.score.medium < 0 ? 'missing' : plan.outcome === 'OPTIMAL' ? 'optimal' : 'good'
}

function sentenceOf(plan: Plan, t: unknown): string {
  const say = t as Say
  const outcome = outcomeOf(plan)
  if (outcome === 'good' && plan.gap === null) {
    return say('sentence.unproven')
  }
  const isMissingForSure = outcome === 'missing' && plan.missingHeads === 0
  return say(`sentence.${isMissingForSure ? 'missingForSure' : outcome}`, { gap: spokenGap(plan.gap) })
}

/** Per cent of the way from a wide gap to one that is not noticed, on a logarithmic scale. */
function closed(gap: number | null): number {
  if (gap === null) {
    return 0
  }
  const narrow = Math.log(WIDEST_GAP / Math.min(Math.max(gap, NARROWEST_GAP), WIDEST_GAP))
  return (100 * narrow) / Math.log(WIDEST_GAP / NARROWEST_GAP)
}

/** Seconds of solving: as told last, and going on by themselves until it is told again. */
function useTicking(plan: Plan): number {
  const told = secondsOf(plan.progress.elapsed)
  const [since, setSince] = useState({ told, seconds: 0 })
  useEffect(() => {
    const from = Date.now()
    if (plan.status !== 'SOLVING') {
      return
    }
    const timer = setInterval(() => setSince({ told, seconds: (Date.now() - from) / 1000 }), 500)
    return () => clearInterval(timer)
  }, [told, plan.status])
  const isTicking = plan.status === 'SOLVING' && since.told === told
  return Math.min(told + (isTicking ? since.seconds : 0), secondsOf(plan.options.timeLimit))
}
