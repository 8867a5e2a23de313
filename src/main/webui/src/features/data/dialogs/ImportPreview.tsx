import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import type { ListChange } from '@/lib/api/types'
import { number } from '@/lib/format'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { wordsOf, type ListName } from '../lists'
import { cellFaults } from './importing'

const SHOWN = 300

/** What a file would change in a list. */
export function ImportPreview({ list, file, change }: { list: ListName; file: string; change: ListChange }) {
  const { t } = useTranslation('data')
  const count = change.added + change.changed + change.removed
  const words: Record<string, string> = { ADDED: t('countAdded'), CHANGED: t('countChanged'), REMOVED: t('countRemoved') }
  const counts: [string, number][] = [
    [t('countAdded'), change.added], [t('countChanged'), change.changed],
    [t('countRemoved'), change.removed], [t('countUnchanged'), change.unchanged],
  ]
  return (
    <div role="status">
      <strong>{t(count === 0 ? 'triedNothing' : 'tried', { file })}</strong>
      {change.notices.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('noticed')}
          description={
            <ul>
              {change.notices.map(({ detail }) => <li key={detail}>{detail}</li>)}
            </ul>
          }
          style={{ margin: '8px 0' }}
        />
      )}
      <dl className="change-counts">
        {counts.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      {change.differences.length > 0 && (
        <div className="scrolled" tabIndex={0} role="region" aria-label={t('differences')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('change')}</th>
                <th scope="col">{t(`fields.${wordsOf(list)}.id.name`)}</th>
                <th scope="col">{t('fieldsChanged')}</th>
              </tr>
            </thead>
            <tbody>
              {change.differences.slice(0, SHOWN).map((difference) => (
                <tr key={difference.id}>
                  <td>{words[difference.kind]}</td>
                  <td>{difference.id}</td>
                  <td>{difference.fields.map((field) => t(`fields.${wordsOf(list)}.${field}.name`)).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {count > SHOWN && <p className="quiet">{t('differencesFirst', { count: Math.min(SHOWN, change.differences.length) })}</p>}
    </div>
  )
}

/** What is wrong with a file, cell by cell. */
export function FileFaults({ file, error }: { file: string; error: unknown }) {
  const { t } = useTranslation('data')
  if (!(error instanceof ApiError) || error.faults.length === 0) {
    return <ErrorNote error={error} />
  }
  const faults = cellFaults(error.faults)
  const hasSheets = faults.some(({ sheet }) => sheet !== '')
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('faults', { file, count: error.faultCount })}
        description={t('faultsText')}
        style={{ marginBottom: 12 }}
      />
      <div className="scrolled" tabIndex={0} role="region" aria-label={t('fault')}>
        <table className="plain-table">
          <thead>
            <tr>
              {hasSheets && <th scope="col">{t('sheet')}</th>}
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={i}>
                {hasSheets && <td>{fault.sheet}</td>}
                <td className="numbers">{fault.row}</td>
                <td>
                  {fault.column} {fault.header !== '' && <span className="quiet">{fault.header}</span>}
                </td>
                <td>{fault.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
