import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { District } from '@/lib/api/types'
import { number } from '@/lib/format'
import { districtQuery } from '@/lib/queries'
import { RoundsTable } from './RoundsTable'
import { Unfilled } from './Unfilled'
import { useStanding } from './useStanding'
import { ErrorNote } from '@/lib/ui/ErrorNote'

/** A district on the overview. */
export function DistrictPanel({ district }: { district: District }) {
  const { t } = useTranslation('overview')
  const { data } = useQuery(districtQuery(district.id))
  const standing = useStanding(district.id)
  const path = `/districts/${encodeURIComponent(district.id)}`
  const name = district.name ?? district.id
  return (
    <section className="panel" aria-label={name}>
      <Flex align="center" gap={12} wrap className="panel-head">
        <h2>
          <Link to={path}>{name}</Link>
        </h2>
        <span className="quiet numbers panel-figures">
          {data &&
            t('figures', {
              cadres: number(data.counts.cadres ?? 0),
              sites: number(data.counts.sites ?? 0),
              units: number(data.counts.units ?? 0),
              rounds: number(data.counts.rounds ?? 0),
            })}
        </span>
        <Link to={`${path}/data`}>{t('tabs.data')}</Link>
        <Link to={`${path}/solve`} tabIndex={-1}>
          <Button type="primary" size="small">
            {t('newPlan')}
          </Button>
        </Link>
      </Flex>
      {standing.error !== null && <ErrorNote error={standing.error} onRetry={standing.retry} />}
      <RoundsTable district={district.id} standing={standing.rounds} isLoading={standing.isLoading} />
      <Unfilled district={district.id} standing={standing.rounds} most={5} />
    </section>
  )
}
