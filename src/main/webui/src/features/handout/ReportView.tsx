import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Deployment, Plan } from '@/lib/api/types'
import { number, percent } from '@/lib/format'
import { deploymentQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { Files } from './Files'
import { headsMissing, Publishing } from './Publishing'

type Unit = Omit<Deployment['units'][number], 'people'> & { people: Omit<Deployment['everybody'], 'share'> & { share: number | null } }

/** The schedule as a whole: publish it, take it along, and how many people it deploys. */
export function ReportView({ plan }: { plan: Plan }) {
  return (
    <>
      <div className="hand-cards">
        {plan.district !== null && <Publishing plan={plan} district={plan.district} />}
        <Files plan={plan} />
      </div>
      <Report plan={plan} />
    </>
  )
}

function Report({ plan }: { plan: Plan }) {
  const { t } = useTranslation('handout')
  const { data, error, refetch } = useQuery(deploymentQuery(plan))
  if (error !== null) {
    return <ErrorNote error={error} onRetry={() => void refetch()} />
  }
  if (data === undefined) {
    return <Loading />
  }
  const figures: [string, string, string][] = [
    [t('everybody'), number(data.everybody.deployed), t('ofStaff', { share: share(data.everybody.share), staff: number(data.everybody.staff) })],
    [t('own'), number(data.own.deployed), t('ofStaff', { share: share(data.own.share), staff: number(data.own.staff) })],
    [t('gini'), data.minutesAfter.gini.toFixed(3), t('giniBefore', { before: data.minutesBefore.gini.toFixed(3) })],
    [t('unfilled'), number(headsMissing(data)), t('unfilledSites', { count: data.unfilled.length })],
  ]
  return (
    <section aria-labelledby="deployment">
      <h2 id="deployment" className="hand-title">{t('deployment')}</h2>
      <dl className="hand-figures">
        {figures.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className="quiet">{note}</dd>
          </div>
        ))}
      </dl>
      {data.unfilled.length > 0 && (
        <details className="hand-unfilled">
          <summary>{t('unfilledWhere')}</summary>
          <ul className="faults">
            {data.unfilled.slice(0, 200).map((site) => (
              <li key={site.site}>
                {site.name ?? site.site}: <span className="missing">{t('missing', { count: site.missing })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Table<Unit>
        size="small"
        rowKey="unit"
        virtual
        pagination={false}
        scroll={{ y: 420, x: 900 }}
        dataSource={data.units}
        columns={[
          { title: t('unit'), key: 'name', width: 260, render: (_, unit) => unit.name ?? unit.unit, sorter: (a, b) => (a.name ?? a.unit).localeCompare(b.name ?? b.unit, 'zh-CN') },
          { title: t('level'), key: 'level', width: 110, render: (_, unit) => (unit.level === null ? '' : t(`levels.${unit.level}`)), sorter: (a, b) => (a.level ?? '').localeCompare(b.level ?? '') },
          { title: t('staff'), key: 'staff', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.staff), sorter: (a, b) => a.people.staff - b.people.staff },
          { title: t('listed'), key: 'cadres', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.cadres), sorter: (a, b) => a.people.cadres - b.people.cadres },
          { title: t('deployed'), key: 'deployed', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.deployed), sorter: (a, b) => a.people.deployed - b.people.deployed },
          {
            title: t('share'), key: 'share', width: 200, align: 'right', className: 'numbers',
            render: (_, unit) => (
              <span className="share-bar">
                <span aria-hidden="true" className="share-track">
                  <span style={{ width: `${Math.min(100, (unit.people.share ?? 0) * 100)}%` }} />
                </span>
                {share(unit.people.share)}
              </span>
            ),
            sorter: (a, b) => (a.people.share ?? 0) - (b.people.share ?? 0),
          },
        ]}
      />
    </section>
  )
}

function share(value: number | null): string {
  return value === null ? '—' : percent(value, 1)
}
