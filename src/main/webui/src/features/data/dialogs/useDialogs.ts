import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/lib/api/errors'
import type { RowAction } from '../grid/RowMenu'
import type { Changes } from '../items'
import type { Column, Item, ListName } from '../lists'
import type { Stale } from './StaleDialog'

/** The dialog that is open, with what it is about. */
export type Dialog =
  | { kind: 'form'; item: Item | null }
  | { kind: 'entries'; item: Item; column: Column }
  | { kind: 'delete'; item: Item }
  | { kind: 'absence'; item: Item; isReturn: boolean }
  | { kind: 'import'; file: File | null }
  | { kind: 'stale'; stale: Stale }

/** Which dialog of a list is open, and what opens one. */
export function useDialogs(list: ListName, changes: Changes, etags: ReadonlyMap<string, string>) {
  const { t } = useTranslation('data')
  const [dialog, setDialog] = useState<Dialog | null>(null)

  /** Saves an item; where it was changed meanwhile, asks which version counts. */
  const save = useCallback(async (before: Item, after: Item) => {
    try {
      await changes.change(before, after, etags.get(before.id) ?? '*')
    } catch (refusal) {
      if (!(refusal instanceof ApiError && refusal.isStale && refusal.current !== undefined)) {
        throw refusal
      }
      setDialog({ kind: 'stale', stale: { before, after, current: refusal.current as Item, etag: refusal.etag ?? '*' } })
    }
  }, [changes, etags])

  /** Closes a dialog, but not the one about a conflict that came of it. */
  const close = useCallback((closed: Dialog) => setDialog((now) => (now === closed ? null : now)), [])

  /** A dropped file does not throw away what another dialog is open for. */
  const dropFile = useCallback(
    (file: File) => setDialog((now) => (now === null || now.kind === 'import' ? { kind: 'import', file } : now)),
    [],
  )
  const editEntries = useCallback((item: Item, column: Column) => setDialog({ kind: 'entries', item, column }), [])

  const actionsOf = useCallback((item: Item): RowAction[] => [
    { key: 'open', label: t('open'), run: () => setDialog({ kind: 'form', item }) },
    ...(list !== 'cadres' ? [] : [
      { key: 'away', label: t('away'), run: () => setDialog({ kind: 'absence', item, isReturn: false }) },
      { key: 'back', label: t('back'), run: () => setDialog({ kind: 'absence', item, isReturn: true }) },
    ]),
    { key: 'delete', label: t('delete'), isDangerous: true, run: () => setDialog({ kind: 'delete', item }) },
  ], [t, list])

  return useMemo(
    () => ({ dialog, open: setDialog as (dialog: Dialog) => void, close, save, dropFile, editEntries, actionsOf }),
    [dialog, close, save, dropFile, editEntries, actionsOf],
  )
}
