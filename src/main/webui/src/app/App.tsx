import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { Loading } from '@/lib/ui/Loading'
import { newQueryClient } from './queryClient'
import { router } from './routes'
import { theme } from './theme'

const queryClient = newQueryClient()

export function App() {
  return (
    <Suspense fallback={<Loading />}>
      <Localized />
    </Suspense>
  )
}

function Localized() {
  const { i18n } = useTranslation()
  dayjs.locale(i18n.language === 'en' ? 'en' : 'zh-cn')
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
