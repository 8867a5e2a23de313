import { InboxOutlined } from '@ant-design/icons'
import { Alert, App, Button, Modal, Radio, Spin, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import type { ListChange } from '@/lib/api/types'
import { CSV, download, XLSX } from '@/lib/files'
import { number } from '@/lib/format'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { cellFaults, importFile, type Mode } from './importing'
import { wordsOf, type ListName } from '../lists'

const SHOWN = 300

type Trial = { change: ListChange } | { error: unknown } | null

/** A file is tried first; only what was shown is then done. */
export function ImportDialog({ district, list, droppedFile, onDone, onClose }: {
  district: string
  list: ListName
  /** The last one that was dropped on the page. */
  droppedFile: File | null
  onDone: (change: ListChange) => void
  onClose: () => void
}) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(droppedFile)
  const [mode, setMode] = useState<Mode>('update')
  const [trial, setTrial] = useState<Trial>(null)
  const [isImporting, setImporting] = useState(false)
  const [wasStale, setWasStale] = useState(false)
  const runs = useRef(0)
  const path = `/api/v1/districts/${encodeURIComponent(district)}/files/${list}`

  const tryOut = async (tried: File, how: Mode) => {
    const run = ++runs.current
    setTrial(null)
    const result: Trial = await importFile(path, tried, how, true).then((change) => ({ change }), (error: unknown) => ({ error }))
    if (run === runs.current) {
      setTrial(result)
    }
  }
  useEffect(() => {
    if (file !== null) {
      void tryOut(file, mode)
    }
    // eslint-disable-next-line -- tries whenever the file or the mode is another one
  }, [file, mode])

  useEffect(() => {
    if (droppedFile !== null) {
      setWasStale(false)
      setFile(droppedFile)
    }
  }, [droppedFile])

  const change = trial !== null && 'change' in trial ? trial.change : null
  const count = change === null ? 0 : change.added + change.changed + change.removed
  const confirm = async () => {
    if (file === null || change === null) {
      return
    }
    setImporting(true)
    try {
      onDone(await importFile(path, file, mode, false, change.revision))
      onClose()
    } catch (error) {
      setImporting(false)
      if (error instanceof ApiError && error.isStale) {
        setWasStale(true)
        void tryOut(file, mode)
      } else {
        setTrial({ error })
      }
    }
  }
  const choose = (chosen: File | null) => {
    setWasStale(false)
    setFile(chosen)
  }
  return (
    <Modal
      open
      width={820}
      title={t('importTitle', { list: t(`lists.${wordsOf(list)}`) })}
      onCancel={onClose}
      footer={
        file === null
          ? [<Button key="close" onClick={onClose}>{t('close')}</Button>]
          : [
              <Button key="other" onClick={() => choose(null)}>{t('otherFile')}</Button>,
              <Button key="confirm" type="primary" disabled={count === 0} loading={isImporting} onClick={() => void confirm()}>
                {change === null ? t('import') : t('confirmImport', { count })}
              </Button>,
            ]
      }
    >
      {file === null ? (
        <>
          <Upload.Dragger
            accept=".csv,.xlsx"
            showUploadList={false}
            beforeUpload={(chosen) => {
              choose(chosen)
              return false
            }}
          >
            <p className="ant-upload-drag-icon"><InboxOutlined /></p>
            <p className="ant-upload-text">{t('drop')}</p>
            <p className="ant-upload-hint">{t('dropText')}</p>
          </Upload.Dragger>
          <p>
            {t('noTemplate')}{' '}
            {([['XLSX', XLSX], ['CSV', CSV]] as const).map(([format, type]) => (
              <Button
                key={format}
                type="link"
                onClick={() =>
                  void download(`${path}/template?format=${format.toLowerCase()}`, type, `${list}-template.${format.toLowerCase()}`)
                    .catch((refusal: Error) => message.error(refusal.message))}
              >
                {t('templateAs', { format })}
              </Button>
            ))}
          </p>
        </>
      ) : (
        <>
          <div className="data-tools">
            <span id="import-mode">{t('mode')}</span>
            <Radio.Group
              aria-labelledby="import-mode"
              optionType="button"
              size="small"
              value={mode}
              onChange={(event) => setMode(event.target.value as Mode)}
              options={[{ value: 'update', label: t('modeUpdate') }, { value: 'replace', label: t('modeReplace') }]}
            />
          </div>
          {trial === null && (
            <div role="status"><Spin size="small" /> {t('trying', { file: file.name })}</div>
          )}
          {wasStale && change !== null && <Alert type="warning" showIcon role="status" title={t('staleImport')} />}
          {change !== null && <Changes list={list} file={file.name} change={change} />}
          {trial !== null && 'error' in trial && <Faults file={file.name} error={trial.error} />}
        </>
      )}
    </Modal>
  )
}

function Changes({ list, file, change }: { list: ListName; file: string; change: ListChange }) {
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

function Faults({ file, error }: { file: string; error: unknown }) {
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
