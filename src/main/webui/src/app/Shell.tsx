import { Layout } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, ScrollRestoration } from 'react-router'
import { Loading } from '@/lib/ui/Loading'
import { LanguageSwitch } from './LanguageSwitch'

/** What is around every page of a planner. */
export function Shell() {
  const { t } = useTranslation()
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <Layout.Header className="shell-header">
        <Link to="/" className="brand">
          <img src="/muster.svg" alt="" width={24} height={24} />
          <span>{t('brand')}</span>
        </Link>
        <span className="brand-line">{t('brandLine')}</span>
        <LanguageSwitch />
      </Layout.Header>
      <Layout.Content id="content" tabIndex={-1} className="shell-content" role="main">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Layout.Content>
      <ScrollRestoration />
    </Layout>
  )
}
