import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useScheduleView } from '../ScheduleContext'
import { cadreName, demandName } from '../words'

/** Says who was picked up, and how to go on. Escape puts them back. */
export function PickedBar() {
  const { t } = useTranslation('schedule')
  const { picked, pick, board } = useScheduleView()
  const isPicked = picked !== undefined
  useEffect(() => {
    if (!isPicked) {
      return
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        pick(undefined)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isPicked, pick])
  const { index } = board.facts
  return (
    <div role="status" className={isPicked ? 'picked-bar' : ''}>
      {isPicked && (
        <>
          <span>
            <strong>{cadreName(index, picked.cadre)}</strong>
            {picked.demand !== undefined && ` · ${demandName(index, picked.demand)}`}
            {t('colon')}
            {t(picked.demand === undefined ? 'hand.pickedFree' : 'hand.pickedOnDuty')}
          </span>
          <Button size="small" onClick={() => pick(undefined)}>
            {t('hand.putBack')}
          </Button>
        </>
      )}
    </div>
  )
}
