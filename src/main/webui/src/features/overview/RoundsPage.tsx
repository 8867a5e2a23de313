import { Button, Flex, Table, type TableProps } from 'antd'
import { useState, type Key } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Plan, Round } from '@/lib/api/types'
import { instant, secondsOf, spokenSeconds } from '@/lib/format'
import { planName } from '@/lib/planName'
import { nameOf } from '@/lib/problemIndex'
import { missingWeight, spokenGap } from '@/lib/score'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { StatusTag } from '@/lib/ui/StatusTag'
import { RoundsTable, WIDE } from './RoundsTable'
import { Unfilled } from './Unfilled'
import { useStanding } from './useStanding'
import './overview.css'

/** The rounds of a district, what is unfilled, and every plan that was made. */
export function Component() {
  const { t } = useTranslation('overview')
  const { district = '' } = useParams()
  const navigate = useNavigate()
  const standing = useStanding(district)
  const [chosen, setChosen] = useState<Key[]>([])
  const planChosen = () =>
    navigate(`/districts/${encodeURIComponent(district)}/solve?rounds=${chosen.map(String).map(encodeURIComponent).join(',')}`)
  return (
    <>
      {standing.error !== null && <ErrorNote error={standing.error} onRetry={standing.retry} />}
      <section className="panel" aria-labelledby="rounds">
        <Flex align="center" justify="space-between" className="panel-head">
          <h2 id="rounds">{t('rounds')}</h2>
          <Button type="primary" size="small" disabled={chosen.length === 0} onClick={() => void planChosen()}>
            {chosen.length === 0 ? t('chooseRounds') : t('planChosen', { count: chosen.length })}
          </Button>
        </Flex>
        <RoundsTable
          isWithdrawable
          district={district}
          standing={standing.rounds}
          isLoading={standing.isLoading}
          selection={{
            selectedRowKeys: chosen,
            onChange: setChosen,
            getCheckboxProps: ({ round }) => ({ 'aria-label': round.name ?? round.id }) as object,
            getTitleCheckboxProps: () => ({ 'aria-label': t('allRounds') }) as object,
          }}
        />
        <Unfilled district={district} standing={standing.rounds} most={20} />
      </section>
      <section className="panel" aria-labelledby="plans">
        <div className="panel-head">
          <h2 id="plans">{t('plans')}</h2>
        </div>
        <PlansTable plans={standing.plans} rounds={standing.rounds.map(({ round }) => round)} isLoading={standing.isLoading} />
      </section>
    </>
  )
}

function PlansTable({ plans, rounds, isLoading }: { plans: Plan[]; rounds: Round[]; isLoading: boolean }) {
  const { t } = useTranslation('overview')
  const columns: TableProps<Plan>['columns'] = [
    {
      title: t('words.plan'), key: 'name',
      render: (_, plan) => <Link to={`/plans/${plan.id}`}>{planName(plan, t)}</Link>,
    },
    { title: t('rounds'), key: 'rounds', width: '16%', responsive: WIDE, render: (_, plan) => plan.rounds.map((id) => nameOf(rounds.find((round) => round.id === id), id)).join(t('comma')) },
    { title: t('created'), key: 'created', width: '16%', responsive: WIDE, className: 'numbers', render: (_, plan) => instant(plan.created) },
    { title: t('status'), key: 'status', width: '12%', render: (_, plan) => <StatusTag status={plan.status} /> },
    {
      title: t('time'), key: 'time', width: '12%', responsive: WIDE, align: 'right', className: 'numbers',
      render: (_, plan) => spokenSeconds(secondsOf(plan.progress.elapsed)),
    },
    {
      title: t('words.gap'), key: 'gap', width: '10%', responsive: WIDE, align: 'right', className: 'numbers',
      render: (_, plan) => spokenGap(plan.gap ?? plan.progress.gap),
    },
    {
      title: t('cover'), key: 'cover', width: '12%', align: 'right', className: 'one-line',
      render: (_, plan) => {
        const missing = missingWeight(plan)
        return missing === null ? '—' : missing > 0 ? <span className="missing">{t('unfilled.some')}</span> : <span className="full">{t('unfilled.none')}</span>
      },
    },
  ]
  return (
    <Table
      size="small" rowKey="id" columns={columns} dataSource={plans} loading={isLoading} className="scrolled"
      pagination={plans.length > 20 ? { pageSize: 20 } : false}
      locale={{ emptyText: isLoading ? ' ' : t('noPlans') }}
    />
  )
}
