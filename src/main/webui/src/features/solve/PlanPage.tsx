import { useQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useParams } from 'react-router'
import { planName } from '@/lib/planName'
import { districtQuery, usePlan } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { LinkTabs } from '@/lib/ui/LinkTabs'
import { Loading } from '@/lib/ui/Loading'

/** What is around the pages of a plan; they take the plan by useShownPlan. */
export function Component() {
  const { t } = useTranslation('solve')
  const { plan: id = '' } = useParams()
  const { data: plan, error, refetch } = usePlan(id)
  if (error !== null && plan === undefined) {
    return <ErrorNote error={error} onRetry={() => void refetch()} />
  }
  if (plan === undefined) {
    return <Loading />
  }
  const base = `/plans/${plan.id}`
  const name = planName(plan, t)
  return (
    <>
      <Breadcrumb
        items={[
          { title: <Link to="/">{t('overview')}</Link> },
          ...(plan.district === null
            ? []
            : [{ title: <DistrictLink id={plan.district} /> }]),
        ]}
      />
      <title>{`${name} · ${t('brand')}`}</title>
      <h1 className="page-title">{name}</h1>
      <LinkTabs
        label={name}
        tabs={[
          { to: base, text: t('tabs.progress'), isExact: true },
          { to: `${base}/schedule`, text: t('tabs.schedule') },
          { to: `${base}/evaluation`, text: t('tabs.evaluation') },
          { to: `${base}/handout`, text: t('tabs.handout') },
        ]}
      />
      <Outlet context={plan} />
    </>
  )
}

function DistrictLink({ id }: { id: string }) {
  const { data } = useQuery(districtQuery(id))
  return <Link to={`/districts/${encodeURIComponent(id)}`}>{data?.district.name ?? id}</Link>
}
