import { InboxOutlined } from '@ant-design/icons'
import { Alert, App, Button, Modal, Radio, Spin, Upload } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import type { ListChange } from '@/lib/api/types'
import { CSV, download, XLSX } from '@/lib/files'
import { FileFaults, ImportPreview } from './ImportPreview'
import { importFile, type Imported, type Mode } from './importing'
import { wordsOf, type ListName } from '../lists'

type Trial = Imported | { error: unknown }

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
  const path = `/api/v1/districts/${encodeURIComponent(district)}/files/${list}`
  const [file, setFile] = useState<File | null>(droppedFile)
  const [mode, setMode] = useState<Mode>('update')
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isImporting, setImporting] = useState(false)
  const [wasStale, setWasStale] = useState(false)
  const { trial, tryAgain } = useTrial(path, file, mode)

  const choose = (chosen: File | null) => {
    setWasStale(false)
    setRefusal(null)
    setFile(chosen)
  }
  const [dropped, setDropped] = useState(droppedFile)
  if (droppedFile !== null && droppedFile !== dropped) {
    setDropped(droppedFile)
    choose(droppedFile)
  }

  const change = trial !== null && 'change' in trial && refusal === null ? trial.change : null
  const error = refusal ?? (trial !== null && 'error' in trial ? trial.error : null)
  const count = change === null ? 0 : change.added + change.changed + change.removed
  const confirm = async () => {
    if (file === null || trial === null || !('change' in trial)) {
      return
    }
    setImporting(true)
    try {
      onDone((await importFile(path, file, mode, false, trial.etag)).change)
      onClose()
    } catch (failure) {
      setImporting(false)
      if (failure instanceof ApiError && failure.isStale) {
        setWasStale(true)
        tryAgain()
      } else {
        setRefusal(failure)
      }
    }
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
        <FileChoice list={list} path={path} onChoose={choose} />
      ) : (
        <>
          <div className="data-tools">
            <span id="import-mode">{t('mode')}</span>
            <Radio.Group
              aria-labelledby="import-mode"
              optionType="button"
              size="small"
              value={mode}
              onChange={(event) => {
                setRefusal(null)
                setMode(event.target.value as Mode)
              }}
              options={[{ value: 'update', label: t('modeUpdate') }, { value: 'replace', label: t('modeReplace') }]}
            />
          </div>
          {trial === null && refusal === null && (
            <div role="status"><Spin size="small" /> {t('trying', { file: file.name })}</div>
          )}
          {wasStale && change !== null && <Alert type="warning" showIcon role="status" title={t('staleImport')} />}
          {change !== null && <ImportPreview list={list} file={file.name} change={change} />}
          {error !== null && <FileFaults file={file.name} error={error} />}
        </>
      )}
    </Modal>
  )
}

/** Tries a file whenever it or the mode is another one; null until the service has answered. */
function useTrial(path: string, file: File | null, mode: Mode): { trial: Trial | null; tryAgain: () => void } {
  const [round, setRound] = useState(0)
  const tried = `${mode} ${round}`
  const [answer, setAnswer] = useState<{ file: File; tried: string; trial: Trial } | null>(null)
  useEffect(() => {
    if (file === null) {
      return
    }
    let isCurrent = true
    const take = (trial: Trial) => {
      if (isCurrent) {
        setAnswer({ file, tried, trial })
      }
    }
    importFile(path, file, mode, true).then(take, (error: unknown) => take({ error }))
    return () => {
      isCurrent = false
    }
  }, [path, file, mode, tried])
  const isAnswered = answer !== null && answer.file === file && answer.tried === tried
  return { trial: isAnswered ? answer.trial : null, tryAgain: useCallback(() => setRound((now) => now + 1), []) }
}

function FileChoice({ list, path, onChoose }: { list: ListName; path: string; onChoose: (file: File) => void }) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  return (
    <>
      <Upload.Dragger
        accept=".csv,.xlsx"
        showUploadList={false}
        beforeUpload={(chosen) => {
          onChoose(chosen)
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
  )
}
