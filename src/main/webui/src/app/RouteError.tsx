import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { ApiError } from '@/lib/api/errors'
import { ErrorNote } from '@/lib/ui/ErrorNote'

/** The last net: a page that broke says so and how to go on. */
export function RouteError() {
  const error = useRouteError()
  const { t } = useTranslation()
  if (error instanceof ApiError) {
    return <ErrorNote error={error} />
  }
  return (
    <Result
      status="error"
      title={t('broken.title')}
      subTitle={t('broken.text')}
      extra={[
        <Button key="again" type="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>,
        <Link key="home" to="/">
          {t('toOverview')}
        </Link>,
      ]}
    />
  )
}
