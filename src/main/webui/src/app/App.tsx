import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { HistoryProvider } from '@/features/schedule/hand/HistoryContext'
import type { Language } from '@/lib/i18n'
import { Loading } from '@/lib/ui/Loading'
import { newQueryClient } from './queryClient'
import { router } from './routes'
import { themeOf } from './theme'

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
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN'
  const theme = useMemo(() => themeOf(language), [language])
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <HistoryProvider>
            <RouterProvider router={router} />
          </HistoryProvider>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
