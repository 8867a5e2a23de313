import { useTranslation } from 'react-i18next'

export function Component() {
  const { t } = useTranslation()
  return <p>{t('placeholder')}</p>
}
