import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '@/lib/i18n'

/** Offers the other language in its own words. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const isChinese = i18n.language !== 'en'
  return (
    <Button
      size="small"
      ghost
      lang={isChinese ? 'en' : 'zh-CN'}
      onClick={() => void chooseLanguage(isChinese ? 'en' : 'zh-CN')}
    >
      {isChinese ? 'English' : '中文'}
    </Button>
  )
}
