import { DownOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Dropdown, type MenuProps } from 'antd'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, useParams, useSearchParams } from 'react-router'
import { ApiError } from '@/lib/api/errors'
import { CSV, download, XLSX } from '@/lib/files'
import { number } from '@/lib/format'
import { districtQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { AbsenceDialog } from './dialogs/AbsenceDialog'
import './data.css'
import { DeleteDialog } from './dialogs/DeleteDialog'
import { EntriesDialog } from './dialogs/EntriesDialog'
import { Filters } from './Filters'
import { ImportDialog } from './dialogs/ImportDialog'
import { ItemForm } from './dialogs/ItemForm'
import { ItemGrid, itemTitle } from './grid/ItemGrid'
import { useChanges, useIsOutdated, useItems, useNames, type ItemQuery } from './items'
import { COLUMNS, isListName, LISTS, listsReferredTo, wordsOf, type Column, type Item, type ListName } from './lists'
import type { RowAction } from './grid/RowMenu'
import { StaleDialog, type Stale } from './dialogs/StaleDialog'

/** The lists of a district: looked at, changed in place, imported and exported. */
export function Component() {
  const { t } = useTranslation('data')
  const { district = '', list } = useParams()
  const { data } = useQuery(districtQuery(district))
  const base = `/districts/${encodeURIComponent(district)}/data`
  if (!isListName(list)) {
    return <Navigate to={`${base}/cadres`} replace />
  }
  return (
    <div className="data">
      <nav className="data-lists" aria-label={t('listsOf')}>
        <ul>
          {LISTS.map((name) => (
            <li key={name}>
              <NavLink to={`${base}/${name}`}>
                <span>{t(`lists.${wordsOf(name)}`)}</span>
                <span className="numbers">{data === undefined ? '' : number(data.counts[name] ?? 0)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <List key={`${district} ${list}`} district={district} list={list} />
    </div>
  )
}

type Task =
  | { kind: 'form'; item: Item | null }
  | { kind: 'entries'; item: Item; column: Column }
  | { kind: 'delete'; item: Item }
  | { kind: 'absence'; item: Item; isReturn: boolean }
  | { kind: 'import'; file: File | null }
  | { kind: 'stale'; stale: Stale }

/** What a dialog is open for. Where the focus was before it, there it comes back to. */
function useTask() {
  const [task, setTask] = useState<Task | null>(null)
  const before = useRef<HTMLElement | null>(null)
  const set = useCallback((next: Task | null | ((now: Task | null) => Task | null)) => {
    if (document.activeElement?.closest('[role="dialog"]') === null) {
      before.current = document.activeElement as HTMLElement
    }
    setTask(next)
  }, [])
  useEffect(() => {
    if (task !== null) {
      return
    }
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) {
        before.current?.focus()
      }
    })
    return () => clearTimeout(timer)
  }, [task])
  return [task, set] as const
}

function List({ district, list }: { district: string; list: ListName }) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const query = useMemo(() => Object.fromEntries(params) as ItemQuery, [params])
  const setQuery = useCallback((next: ItemQuery) => {
    const kept = Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    setParams(Object.fromEntries(kept), { replace: true })
  }, [setParams])
  const columns = COLUMNS[list]
  const referred = useMemo(() => listsReferredTo(list), [list])
  const names = useNames(district, referred)
  const { items, etags, total, data, error, isPending, fetchNextPage, isFetchingNextPage, refetch } = useItems(district, list, query)
  const isOutdated = useIsOutdated(district, list, data)
  const changes = useChanges(district, list)
  const [task, setTask] = useTask()
  const [isDraggedOver, setDraggedOver] = useState(false)
  /** Filters have a text of their own, which begins anew when all are taken off. */
  const [cleared, setCleared] = useState(0)
  const close = useCallback(() => setTask(null), [setTask])
  const words = wordsOf(list)

  const needMore = useCallback(() => {
    if (!isFetchingNextPage) {
      void fetchNextPage()
    }
  }, [fetchNextPage, isFetchingNextPage])

  const save = useCallback(async (before: Item, after: Item) => {
    try {
      await changes.change(before, after, etags.get(before.id) ?? '*')
    } catch (refusal) {
      const isConflict = refusal instanceof ApiError && refusal.isStale && refusal.current !== undefined
      if (!isConflict) {
        throw refusal
      }
      setTask({ kind: 'stale', stale: { before, after, current: refusal.current as Item, etag: refusal.etag ?? '*' } })
    }
  }, [changes, etags, setTask])

  const editEntries = useCallback((item: Item, column: Column) => setTask({ kind: 'entries', item, column }), [setTask])

  const actionsOf = useCallback((item: Item): RowAction[] => [
    { key: 'open', label: t('open'), run: () => setTask({ kind: 'form', item }) },
    ...(list !== 'cadres' ? [] : [
      { key: 'away', label: t('away'), run: () => setTask({ kind: 'absence', item, isReturn: false }) },
      { key: 'back', label: t('back'), run: () => setTask({ kind: 'absence', item, isReturn: true }) },
    ]),
    { key: 'delete', label: t('delete'), isDangerous: true, run: () => setTask({ kind: 'delete', item }) },
  ], [t, list, setTask])

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

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setDraggedOver(false)
    const file = event.dataTransfer.files[0]
    // What a dialog is open for is not thrown away by a file that is dropped on it.
    if (file !== undefined && (task === null || task.kind === 'import')) {
      setTask({ kind: 'import', file })
    }
  }
  const isFiltered = Object.keys(query).some((field) => field !== 'sort')
  return (
    <section
      aria-label={t(`lists.${words}`)}
      onDragOver={(event) => {
        event.preventDefault()
        setDraggedOver(event.dataTransfer.types.includes('Files'))
      }}
      onDragLeave={() => setDraggedOver(false)}
      onDrop={drop}
      className={isDraggedOver ? 'dropping' : undefined}
    >
      <div className="data-tools">
        <Filters key={cleared} district={district} list={list} query={query} names={names} onChange={setQuery} />
        <span className="gap" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setTask({ kind: 'form', item: null })}>{t('add')}</Button>
        <Button icon={<UploadOutlined />} onClick={() => setTask({ kind: 'import', file: null })}>{t('import')}</Button>
        <Dropdown menu={files} trigger={['click']}>
          <Button>{t('export')} <DownOutlined /></Button>
        </Dropdown>
      </div>
      {isOutdated && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('changedElsewhere')}
          action={<Button size="small" onClick={() => changes.readAgain()}>{t('readAgain')}</Button>}
          style={{ marginBottom: 8 }}
        />
      )}
      {error !== null && <ErrorNote error={error} onRetry={() => void (data === undefined ? refetch() : fetchNextPage())} />}
      {data === undefined ? (
        isPending && error === null && <Loading />
      ) : total === 0 ? (
        <div className="grid-empty">
          <p><strong>{t(isFiltered ? 'noneFound' : 'none')}</strong></p>
          {isFiltered ? (
            <Button onClick={() => {
              setQuery({})
              setCleared(cleared + 1)
            }}>{t('clearFilters')}</Button>
          ) : (
            <p className="quiet">{t('noneText')}</p>
          )}
        </div>
      ) : (
        <>
          <ItemGrid
            key={JSON.stringify(query)}
            list={list}
            columns={columns}
            items={items}
            total={total}
            names={names}
            label={t('gridLabel', { list: t(`lists.${words}`), total: number(total) })}
            sort={query.sort}
            onSort={(sort) => setQuery({ ...query, sort })}
            onNeedMore={needMore}
            onSave={save}
            onEditEntries={editEntries}
            actionsOf={actionsOf}
          />
          <div className="data-foot">
            <span role="status" className="numbers">
              {isFetchingNextPage
                ? t('totalLoaded', { loaded: number(items.length), total: number(total) })
                : t('total', { total: number(total) })}
            </span>
            <span>{t('hint')}</span>
          </div>
        </>
      )}
      {task?.kind === 'form' && (
        <ItemForm
          list={list}
          item={task.item}
          names={names}
          onClose={() => setTask((now) => (now?.kind === 'stale' ? now : null))}
          onSave={async (after) => {
            if (task.item === null) {
              await changes.add(after)
              message.success(t('added', { item: itemTitle(after) }))
            } else if (JSON.stringify(after) !== JSON.stringify(task.item)) {
              await save(task.item, after)
            }
          }}
        />
      )}
      {task?.kind === 'entries' && (
        <EntriesDialog
          list={list}
          item={task.item}
          column={task.column}
          names={names}
          onSave={(after) => save(task.item, after)}
          onClose={() => setTask((now) => (now?.kind === 'stale' ? now : null))}
        />
      )}
      {task?.kind === 'delete' && (
        <DeleteDialog
          district={district}
          item={task.item}
          onDelete={async () => {
            await changes.remove(task.item, etags.get(task.item.id) ?? '*')
            message.success(t('deleted', { item: itemTitle(task.item) }))
          }}
          onClose={close}
        />
      )}
      {task?.kind === 'absence' && (
        <AbsenceDialog
          district={district}
          cadre={task.item}
          isReturn={task.isReturn}
          onDone={async () => {
            await changes.look(task.item.id)
            message.success(t(task.isReturn ? 'backSaved' : 'awaySaved', { item: itemTitle(task.item) }))
          }}
          onClose={close}
        />
      )}
      {task?.kind === 'import' && (
        <ImportDialog
          district={district}
          list={list}
          droppedFile={task.file}
          onDone={(change) => {
            changes.readAgain()
            void client.invalidateQueries({ queryKey: ['districts', district, 'revision', list] })
            message.success(t('imported', { added: change.added, changed: change.changed, removed: change.removed }))
          }}
          onClose={close}
        />
      )}
      {task?.kind === 'stale' && (
        <StaleDialog
          list={list}
          stale={task.stale}
          names={names}
          onKeep={() => {
            void changes.look(task.stale.before.id).catch((refusal: Error) => message.error(refusal.message))
            close()
          }}
          onTake={async (patch) => {
            await changes.patch(task.stale.before.id, patch, task.stale.etag)
            close()
          }}
        />
      )}
    </section>
  )
}
