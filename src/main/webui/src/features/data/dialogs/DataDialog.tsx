import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { keys } from '@/lib/queryKeys'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'
import type { Changes, Names } from '../items'
import { itemTitle, type Item, type ListName } from '../lists'
import { AbsenceDialog } from './AbsenceDialog'
import { DeleteDialog } from './DeleteDialog'
import { EntriesDialog } from './EntriesDialog'
import { ImportDialog } from './ImportDialog'
import { ItemForm } from './ItemForm'
import { StaleDialog } from './StaleDialog'
import type { Dialog } from './useDialogs'

type Props = {
  district: string
  list: ListName
  names: Names
  dialog: Dialog
  changes: Changes
  etagOf: (item: Item) => string | undefined
  onSave: (before: Item, after: Item) => Promise<void>
  onClose: (dialog: Dialog) => void
}

/** The open dialog of a list. It stays while one dialog follows another, so that the focus returns once all are closed. */
export function DataDialog({ district, list, names, dialog, changes, etagOf, onSave, onClose }: Props) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const client = useQueryClient()
  useFocusReturn()
  const close = () => onClose(dialog)
  switch (dialog.kind) {
    case 'form':
      return (
        <ItemForm
          list={list}
          item={dialog.item}
          names={names}
          onClose={close}
          onSave={async (after) => {
            if (dialog.item === null) {
              await changes.add(after)
              message.success(t('added', { item: itemTitle(after) }))
            } else if (JSON.stringify(after) !== JSON.stringify(dialog.item)) {
              await onSave(dialog.item, after)
            }
          }}
        />
      )
    case 'entries':
      return (
        <EntriesDialog
          list={list}
          item={dialog.item}
          column={dialog.column}
          names={names}
          onSave={(after) => onSave(dialog.item, after)}
          onClose={close}
        />
      )
    case 'delete':
      return (
        <DeleteDialog
          district={district}
          item={dialog.item}
          onDelete={async () => {
            await changes.remove(dialog.item, etagOf(dialog.item) ?? '*')
            message.success(t('deleted', { item: itemTitle(dialog.item) }))
          }}
          onClose={close}
        />
      )
    case 'absence':
      return (
        <AbsenceDialog
          district={district}
          cadre={dialog.item}
          isReturn={dialog.isReturn}
          onDone={async () => {
            await changes.look(dialog.item.id)
            message.success(t(dialog.isReturn ? 'backSaved' : 'awaySaved', { item: itemTitle(dialog.item) }))
          }}
          onClose={close}
        />
      )
    case 'import':
      return (
        <ImportDialog
          district={district}
          list={list}
          droppedFile={dialog.file}
          onDone={(change) => {
            changes.readAgain()
            void client.invalidateQueries({ queryKey: keys.revision(district, list) })
            message.success(t('imported', { added: change.added, changed: change.changed, removed: change.removed }))
          }}
          onClose={close}
        />
      )
    case 'stale':
      return (
        <StaleDialog
          list={list}
          stale={dialog.stale}
          names={names}
          onKeep={() => {
            void changes.look(dialog.stale.before.id).catch((refusal: Error) => message.error(refusal.message))
            close()
          }}
          onTake={async (patch) => {
            await changes.patch(dialog.stale.before.id, patch, dialog.stale.etag)
            close()
          }}
        />
      )
  }
}
