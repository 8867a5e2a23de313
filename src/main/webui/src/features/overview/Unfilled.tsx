import { useQueries, useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Deployment, Plan } from '@/lib/api/types'
import { span } from '@/lib/format'
import { nameOf } from '@/lib/problemIndex'
import { deploymentQuery, hasEnded, postsQuery, windowsQuery } from '@/lib/queries'
import { missingWeight } from '@/lib/score'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Reason } from './Reason'
import type { RoundStanding } from './standing'

type Gap = { plan: Plan; site: string; post: string; window: string; demand: string; missing: number }

/** The required heads that are missing in the plans that count, each with its reason. */
export function Unfilled({ district, standing, most }: { district: string; standing: RoundStanding[]; most: number }) {
  const { t } = useTranslation('overview')
  const plans = [...new Map(standing.flatMap(({ plan }) => (plan === null ? [] : [[plan.id, plan]]))).values()]
    .filter((plan) => hasEnded(plan) && (missingWeight(plan) ?? 0) > 0)
  const deployments = useQueries({ queries: plans.map(deploymentQuery) })
  const posts = useQuery({ ...postsQuery(district), enabled: plans.length > 0 })
  const windows = useQuery({ ...windowsQuery(district), enabled: plans.length > 0 })
  const postOf = (id: string) => nameOf(posts.data?.find((post) => post.id === id), id)
  const windowOf = (id: string) => {
    const window = windows.data?.find((each) => each.id === id)
    return window === undefined ? id : span(window.start, window.end)
  }
  if (plans.length === 0) {
    return null
  }
  const gaps = deployments.flatMap(({ data }, index) => gapsOf(data, plans[index]!))
  const heads = gaps.reduce((sum, { missing }) => sum + missing, 0)
  const failed = deployments.find(({ error }) => error !== null)
  if (failed !== undefined) {
    return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
  }
  const next = gaps[most]
  return (
    <div className="unfilled">
      <h3>{deployments.some(({ data }) => data === undefined) ? t('unfilled.counting') : t('unfilled.title', { count: heads })}</h3>
      {deployments.some(({ isPending }) => isPending) && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <ul>
        {gaps.slice(0, most).map((gap) => (
          <li key={`${gap.plan.id} ${gap.demand}`}>
            <Link to={`/plans/${gap.plan.id}/schedule?demand=${encodeURIComponent(gap.demand)}`}>
              {gap.site} · {windowOf(gap.window)} · {postOf(gap.post)}
            </Link>
            <span className="missing numbers">{t('unfilled.heads', { count: gap.missing })}</span>
            <Reason plan={gap.plan} demand={gap.demand} />
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <Link to={`/plans/${next.plan.id}/schedule?show=unfilled`}>{t('unfilled.more', { count: gaps.length - most })}</Link>
      )}
    </div>
  )
}

function gapsOf(deployment: Deployment | undefined, plan: Plan): Gap[] {
  return (deployment?.unfilled ?? []).flatMap((site) =>
    site.posts.map(({ demand, post, window, missing }) => ({
      plan, site: site.name ?? site.site, post, window, demand, missing,
    })),
  )
}
