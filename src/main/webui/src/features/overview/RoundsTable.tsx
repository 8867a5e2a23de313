import { Button, Table, type TableColumnType, type TableProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { day } from '@/lib/format'
import { planName } from '@/lib/planName'
import { missingWeight, spokenGap } from '@/lib/score'
import { StatusTag } from '@/lib/ui/StatusTag'
import { WithdrawDialog, type WithdrawalTarget } from '@/lib/ui/WithdrawDialog'
import type { RoundStanding } from './standing'

/** A phone shows how each round stands, and not more. */
export const WIDE: NonNullable<TableColumnType['responsive']> = ['md']

type Props = {
  /** Whether publications can be withdrawn here. */
  isWithdrawable?: boolean
  district: string
  standing: RoundStanding[]
  isLoading: boolean
  selection?: TableProps<RoundStanding>['rowSelection']
}

export function RoundsTable({ district, standing, isLoading, selection, isWithdrawable }: Props) {
  const { t } = useTranslation('overview')
  const [withdrawn, setWithdrawn] = useState<WithdrawalTarget | null>(null)
  const columns: TableProps<RoundStanding>['columns'] = [
    {
      title: t('words.round'), key: 'round', width: '22%',
      render: (_, { round }) => <strong>{round.name ?? round.id}</strong>,
    },
    { title: t('date'), key: 'date', width: '16%', responsive: WIDE, className: 'one-line', render: (_, { round }) => day(round.date) },
    {
      title: t('words.plan'), key: 'plan',
      render: (_, { round, plan, isPublished }) =>
        plan === null ? (
          <Link to={`/districts/${encodeURIComponent(district)}/solve?rounds=${encodeURIComponent(round.id)}`}>
            {t('planIt')}
          </Link>
        ) : (
          <>
            <Link to={`/plans/${plan.id}`}>{planName(plan, t)}</Link>{' '}
            {isPublished && <span className="status-tag published">{t('published')}</span>}
            {isPublished && isWithdrawable && (
              <Button
                type="link"
                size="small"
                aria-label={`${t('withdraw.button')}: ${round.name ?? round.id}`}
                onClick={() => setWithdrawn({ round: round.id, date: round.date, name: round.name ?? round.id })}
              >
                {t('withdraw.button')}
              </Button>
            )}
          </>
        ),
    },
    {
      title: t('status'), key: 'status', width: '15%',
      render: (_, { plan }) => (plan === null ? <span className="quiet">{t('notPlanned')}</span> : <StatusTag status={plan.status} />),
    },
    {
      title: t('words.gap'), key: 'gap', width: '10%', responsive: WIDE, align: 'right', className: 'numbers',
      render: (_, { plan }) => spokenGap(plan?.gap ?? plan?.progress.gap),
    },
    {
      title: t('cover'), key: 'cover', width: '17%', align: 'right', className: 'numbers one-line',
      render: (_, { plan }) => <Cover missing={plan && missingWeight(plan)} />,
    },
  ]
  return (
    <>
      <Table
        size="small"
        rowKey={({ round }) => round.id}
        columns={columns}
        dataSource={standing}
        loading={isLoading}
        pagination={false}
        className="scrolled"
        rowSelection={selection}
        locale={{ emptyText: isLoading ? ' ' : t('noRounds') }}
      />
      {withdrawn !== null && <WithdrawDialog district={district} target={withdrawn} onClose={() => setWithdrawn(null)} />}
    </>
  )
}

function Cover({ missing }: { missing: number | null }) {
  const { t } = useTranslation('overview')
  if (missing === null) {
    return '—'
  }
  return missing > 0 ? <span className="missing">{t('unfilled.some')}</span> : <span className="full">{t('unfilled.none')}</span>
}
