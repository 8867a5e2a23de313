import { Alert, Button } from 'antd'
import { useCallback, useMemo, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { number } from '@/lib/format'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { DataDialog } from './dialogs/DataDialog'
import { useDialogs } from './dialogs/useDialogs'
import { ItemGrid } from './grid/ItemGrid'
import { useChanges, useIsOutdated, useItems, useNames, type ItemQuery } from './items'
import { COLUMNS, listsReferredTo, wordsOf, type ListName } from './lists'
import { ListTools } from './ListTools'

/** A list: its tools, its grid, and the dialogs that change it. */
export function ListView({ district, list }: { district: string; list: ListName }) {
  const { t } = useTranslation('data')
  const [query, setQuery] = useItemQuery()
  const referred = useMemo(() => listsReferredTo(list), [list])
  const names = useNames(district, referred)
  const read = useItems(district, list, query)
  const { items, total, data, error, isPending, fetchNextPage, isFetchingNextPage, refetch } = read
  const isOutdated = useIsOutdated(district, list, data)
  const changes = useChanges(district, list)
  const dialogs = useDialogs(list, changes, read.etags)
  const { isDraggedOver, ...dropping } = useDroppedFile(dialogs.dropFile)
  /** Filters have a text of their own, which begins anew when all are taken off. */
  const [cleared, setCleared] = useState(0)
  const listName = t(`lists.${wordsOf(list)}`)

  const needMore = useCallback(() => {
    if (!isFetchingNextPage) {
      void fetchNextPage()
    }
  }, [fetchNextPage, isFetchingNextPage])
  const isFiltered = Object.keys(query).some((field) => field !== 'sort')
  const clearFilters = () => {
    setQuery({})
    setCleared(cleared + 1)
  }
  return (
    <section aria-label={listName} {...dropping} className={isDraggedOver ? 'dropping' : undefined}>
      <ListTools key={cleared} district={district} list={list} query={query} names={names} onQuery={setQuery} onOpen={dialogs.open} />
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
        <EmptyList onClearFilters={isFiltered ? clearFilters : undefined} />
      ) : (
        <>
          <ItemGrid
            key={JSON.stringify(query)}
            list={list}
            columns={COLUMNS[list]}
            items={items}
            total={total}
            names={names}
            label={t('gridLabel', { list: listName, total: number(total) })}
            sort={query.sort}
            onSort={(sort) => setQuery({ ...query, sort })}
            onNeedMore={needMore}
            onSave={dialogs.save}
            onEditEntries={dialogs.editEntries}
            actionsOf={dialogs.actionsOf}
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
      {dialogs.dialog !== null && (
        <DataDialog
          district={district}
          list={list}
          names={names}
          dialog={dialogs.dialog}
          changes={changes}
          etagOf={(item) => read.etags.get(item.id)}
          onSave={dialogs.save}
          onClose={dialogs.close}
        />
      )}
    </section>
  )
}

function EmptyList({ onClearFilters }: { onClearFilters: (() => void) | undefined }) {
  const { t } = useTranslation('data')
  return (
    <div className="grid-empty">
      <p><strong>{t(onClearFilters === undefined ? 'none' : 'noneFound')}</strong></p>
      {onClearFilters === undefined
        ? <p className="quiet">{t('noneText')}</p>
        : <Button onClick={onClearFilters}>{t('clearFilters')}</Button>}
    </div>
  )
}

/** Filters and order are part of the address. */
function useItemQuery(): [ItemQuery, (query: ItemQuery) => void] {
  const [params, setParams] = useSearchParams()
  const query = useMemo(() => Object.fromEntries(params) as ItemQuery, [params])
  const setQuery = useCallback((next: ItemQuery) => {
    const kept = Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    setParams(Object.fromEntries(kept), { replace: true })
  }, [setParams])
  return [query, setQuery]
}

/** Takes files that are dropped on an element. */
function useDroppedFile(onFile: (file: File) => void) {
  const [isDraggedOver, setDraggedOver] = useState(false)
  return {
    isDraggedOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setDraggedOver(event.dataTransfer.types.includes('Files'))
    },
    onDragLeave: () => setDraggedOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setDraggedOver(false)
      const file = event.dataTransfer.files[0]
      if (file !== undefined) {
        onFile(file)
      }
    },
  }
}
