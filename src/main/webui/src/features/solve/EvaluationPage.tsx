import { useQuery } from '@tanstack/react-query'
import { Table, type TableProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Evaluation, Level, Rule, Tally } from '@/lib/api/types'
import { number, percent } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { rulesQuery, useEvaluation } from '@/lib/queries'
import { useShownPlan } from '@/lib/shownPlan'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import './solve.css'

/** The referee's account: every rule, cover, and every goal. */
export function Component() {
  const { t } = useTranslation('solve')
  const plan = useShownPlan()
  const evaluation = useEvaluation(plan)
  const rules = useQuery(rulesQuery)
  const error = evaluation.error ?? rules.error
  if (plan.score === null) {
    return <p>{t('noScheduleYet')}</p>
  }
  if (error !== null) {
    return <ErrorNote error={error} onRetry={() => { void evaluation.refetch(); void rules.refetch() }} />
  }
  if (!evaluation.data || !rules.data) {
    return <Loading />
  }
  return (
    <>
      <p className="quiet">{t('evaluation.hint')}</p>
      <Goals evaluation={evaluation.data} rules={rules.data} />
      <Kept evaluation={evaluation.data} rules={rules.data} />
    </>
  )
}

function Goals({ evaluation, rules }: { evaluation: Evaluation; rules: Rule[] }) {
  const { t } = useTranslation('solve')
  const goals = evaluation.rules.filter(({ level }) => level === 'SOFT').toSorted((a, b) => a.points - b.points)
  const lost = goals.reduce((sum, { points }) => sum + Math.max(0, -points), 0)
  const columns: TableProps<Tally>['columns'] = [
    { title: t('evaluation.goal'), key: 'goal', render: (_, tally) => <RuleName tally={tally} rules={rules} /> },
    { title: t('evaluation.quantity'), key: 'quantity', align: 'right', className: 'numbers', render: (_, { quantity }) => number(quantity) },
    { title: t('evaluation.weight'), key: 'weight', align: 'right', className: 'numbers', render: (_, { weight }) => `× ${number(weight)}` },
    { title: t('evaluation.points'), key: 'points', align: 'right', className: 'numbers', render: (_, { points }) => number(-points) },
    {
      title: t('evaluation.share'), key: 'share', width: '26%',
      render: (_, { points }) => <Share share={lost === 0 ? 0 : Math.max(0, -points) / lost} />,
    },
  ]
  return (
    <section className="block flush" aria-labelledby="goals">
      <h2 id="goals">{t('goals')}</h2>
      <Table size="small" pagination={false} rowKey="rule" dataSource={goals} columns={columns} scroll={{ x: 640 }} />
    </section>
  )
}

function Kept({ evaluation, rules }: { evaluation: Evaluation; rules: Rule[] }) {
  const { t } = useTranslation('solve')
  const kept = evaluation.rules.filter(({ level }) => level !== 'SOFT')
  return (
    <section className="block flush" aria-labelledby="kept">
      <h2 id="kept">{t('evaluation.rules')}</h2>
      <ul className="kept">
        {kept.map((tally) => (
          <li key={tally.rule}>
            <RuleName tally={tally} rules={rules} />
            <span className={tally.quantity === 0 ? 'full' : 'missing numbers'}>
              {tally.quantity === 0 ? t('evaluation.kept') : t('evaluation.broken', { count: tally.quantity })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RuleName({ tally, rules }: { tally: { rule: string; level: Level }; rules: Rule[] }) {
  const rule = rules.find(({ id, level }) => id === tally.rule && level === tally.level)
  return (
    <span>
      {rule === undefined ? tally.rule : inLanguage(rule.name)}
      {rule !== undefined && <small className="quiet rule-text">{inLanguage(rule.text)}</small>}
    </span>
  )
}

function Share({ share }: { share: number }) {
  return (
    <span className="share">
      {share > 0 && <span className="share-bar" style={{ width: `${100 * share}%` }} />}
      <span className="numbers">{share > 0 ? percent(share, 1) : '—'}</span>
    </span>
  )
}
