import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '@/lib/api/types'
import { CSV, download, XLSX } from '@/lib/files'

/** The schedule and its report as files. */
export function Files({ plan }: { plan: Plan }) {
  const { t } = useTranslation('handout')
  const base = `/api/v1/plans/${plan.id}`
  const files: [string, string, string, string][] = [
    ['workbook', `${base}/schedule`, XLSX, 'schedule.xlsx'],
    ['scheduleCsv', `${base}/schedule`, CSV, 'schedule.csv'],
    ['unitsCsv', `${base}/deployment?table=units`, CSV, 'deployment-units.csv'],
    ['cadresCsv', `${base}/deployment?table=cadres`, CSV, 'deployment-cadres.csv'],
  ]
  return (
    <section className="hand-card" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <ul className="hand-files">
        {files.map(([word, path, type, name]) => (
          <li key={word}>
            <FileButton path={path} type={type} name={name} text={t(`${word}.name`)} />
            <span className="quiet">{t(`${word}.text`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A file that the service makes when it is asked for. */
function FileButton({ path, type, name, text }: { path: string; type: string; name: string; text: string }) {
  const { message } = App.useApp()
  const [isLoading, setLoading] = useState(false)
  const take = async () => {
    setLoading(true)
    try {
      await download(path, type, name)
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button size="small" icon={<DownloadOutlined />} loading={isLoading} onClick={() => void take()}>
      {text}
    </Button>
  )
}
