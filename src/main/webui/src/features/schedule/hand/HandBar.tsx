import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tooltip } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { keys } from '@/lib/queryKeys'
import { useScheduleView } from '../ScheduleContext'
import { continueAround } from './handApi'
import type { Hand } from './useHand'

/** Undo, redo, and solving again around what was pinned. */
export function HandBar({ hand }: { hand: Hand }) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const { plan, isOpen, board } = useScheduleView()
  const navigate = useNavigate()
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => continueAround(plan),
    onSuccess: (next) => {
      void client.invalidateQueries({ queryKey: keys.plans, refetchType: 'none' })
      void navigate(`/plans/${next.id}`)
    },
    onError: (error) => message.error(error.message),
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]') !== null
      if ((event.ctrlKey || event.metaKey) && !isTyping && !hand.isBusy) {
        const key = event.key.toLowerCase()
        if (key === 'z' && !event.shiftKey && hand.canUndo) {
          event.preventDefault()
          void hand.undo()
        } else if ((key === 'y' || (key === 'z' && event.shiftKey)) && hand.canRedo) {
          event.preventDefault()
          void hand.redo()
        }
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [hand])
  return (
    <div className="hand-bar" role="toolbar" aria-label={t('hand.toolbar')}>
      <Tooltip title={t('hand.undoKeys')}>
        <Button icon={<UndoOutlined />} aria-label={t('hand.undo')} disabled={!hand.canUndo || hand.isBusy} onClick={() => void hand.undo()} />
      </Tooltip>
      <Tooltip title={t('hand.redoKeys')}>
        <Button icon={<RedoOutlined />} aria-label={t('hand.redo')} disabled={!hand.canRedo || hand.isBusy} onClick={() => void hand.redo()} />
      </Tooltip>
      <Popconfirm
        title={t('hand.againTitle')}
        description={t('hand.againText', { count: board.pins })}
        okText={t('hand.againYes')}
        placement="bottomRight"
        styles={{ root: { maxWidth: 380 } }}
        onConfirm={() => again.mutate()}
      >
        <Button disabled={!isOpen} loading={again.isPending}>
          {t('hand.again', { count: board.pins })}
        </Button>
      </Popconfirm>
    </div>
  )
}
