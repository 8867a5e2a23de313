import { DownOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { CSV, download, XLSX } from '@/lib/files'
import type { Dialog } from './dialogs/useDialogs'
import { Filters } from './Filters'
import type { ItemQuery, Names } from './items'
import type { ListName } from './lists'

/** Above a list: filters, adding an item, import and export. */
export function ListTools({ district, list, query, names, onQuery, onOpen }: {
  district: string
  list: ListName
  query: ItemQuery
  names: Names
  onQuery: (query: ItemQuery) => void
  onOpen: (dialog: Dialog) => void
}) {
  const { t } = useTranslation('data')
  return (
    <div className="data-tools">
      <Filters district={district} list={list} query={query} names={names} onChange={onQuery} />
      <span className="gap" />
      <Button type="primary" icon={<PlusOutlined />} onClick={() => onOpen({ kind: 'form', item: null })}>{t('add')}</Button>
      <Button icon={<UploadOutlined />} onClick={() => onOpen({ kind: 'import', file: null })}>{t('import')}</Button>
      <ExportMenu district={district} list={list} />
    </div>
  )
}

function ExportMenu({ district, list }: { district: string; list: ListName }) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const path = `/api/v1/districts/${encodeURIComponent(district)}/files/${list}`
  const files: MenuProps = {
    items: [
      { key: 'xlsx', label: t('exportAs', { format: 'XLSX' }) },
      { key: 'csv', label: t('exportAs', { format: 'CSV' }) },
      { type: 'divider' },
      { key: 'template-xlsx', label: t('templateAs', { format: 'XLSX' }) },
      { key: 'template-csv', label: t('templateAs', { format: 'CSV' }) },
    ],
    onClick: ({ key }) => {
      const format = key.replace('template-', '')
      const from = key.startsWith('template') ? `${path}/template` : path
      download(`${from}?format=${format}`, format === 'csv' ? CSV : XLSX, `${list}.${format}`)
        .catch((refusal: Error) => message.error(refusal.message))
    },
  }
  return (
    <Dropdown menu={files} trigger={['click']}>
      <Button>{t('export')} <DownOutlined /></Button>
    </Dropdown>
  )
}
