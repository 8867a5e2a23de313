import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { districtsQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { DemoLoader } from './DemoLoader'
import { DistrictPanel } from './DistrictPanel'
import './overview.css'

/** Every district with its rounds, and what is unfilled now. */
export function Component() {
  const { t } = useTranslation('overview')
  const { data: districts, error, refetch } = useQuery(districtsQuery)
  const [isLoading, setLoading] = useState(false)
  const demoButton = (
    <Button type={districts?.length === 0 ? 'primary' : 'default'} onClick={() => setLoading(true)}>
      {t('demo.button')}
    </Button>
  )
  return (
    <>
      <title>{t('brand')}</title>
      <Flex align="center" justify="space-between" className="page-head">
        <h1 className="page-title">{t('title')}</h1>
        {districts !== undefined && districts.length > 0 && demoButton}
      </Flex>
      {error !== null && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {error === null && districts === undefined && <Loading />}
      {districts?.length === 0 && (
        <Empty className="first-steps" image={Empty.PRESENTED_IMAGE_SIMPLE} description={<FirstSteps />}>
          {demoButton}
        </Empty>
      )}
      {districts?.map((district) => <DistrictPanel key={district.id} district={district} />)}
      {isLoading && <DemoLoader taken={districts?.map(({ id }) => id) ?? []} onClose={() => setLoading(false)} />}
    </>
  )
}

function FirstSteps() {
  const { t } = useTranslation('overview')
  return (
    <>
      <p className="first-steps-title">{t('empty.title')}</p>
      <p>{t('empty.text')}</p>
    </>
  )
}
