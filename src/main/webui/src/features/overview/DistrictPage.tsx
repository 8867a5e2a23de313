import { useQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useParams } from 'react-router'
import { districtQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { LinkTabs } from '@/lib/ui/LinkTabs'

/** What is around the pages of a district. */
export function Component() {
  const { t } = useTranslation('overview')
  const { district = '' } = useParams()
  const { data, error, refetch } = useQuery(districtQuery(district))
  const name = data?.district.name ?? district
  const base = `/districts/${encodeURIComponent(district)}`
  return (
    <>
      <Breadcrumb items={[{ title: <Link to="/">{t('overview')}</Link> }]} />
      <title>{`${name} · ${t('brand')}`}</title>
      <h1 className="page-title">{name}</h1>
      <LinkTabs
        label={name}
        tabs={[
          { to: base, text: t('tabs.rounds'), isExact: true },
          { to: `${base}/data`, text: t('tabs.data') },
          { to: `${base}/solve`, text: t('tabs.solve') },
        ]}
      />
      {error !== null && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {(error === null || data !== undefined) && <Outlet />}
    </>
  )
}
