import { PushpinFilled } from '@ant-design/icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../board/board'
import { isNewcomer } from '../board/board'
import { useScheduleView } from '../ScheduleContext'
import { isLong, isOverloadedCadre } from '../board/filters'
import { unitName } from '../words'

/** A cadre on a seat. */
export function Person({ duty }: { duty: Duty }) {
  const { board, filters, selection, picked } = useScheduleView()
  const { cadre, demand } = duty
  return (
    <Chip
      demand={demand.id}
      cadre={cadre.id}
      name={cadre.name ?? cadre.id}
      level={cadre.level ?? 'DISTRICT'}
      unit={unitName(board.facts.index, cadre)}
      isPinned={duty.pinned}
      isNew={isNewcomer(cadre)}
      minutes={isLong(duty, filters) ? duty.travel : undefined}
      isOverloaded={isOverloadedCadre(cadre.id, filters, board)}
      isChosen={selection.cadre === cadre.id && (selection.demand ?? demand.id) === demand.id}
      isPicked={picked?.cadre === cadre.id && picked.demand === demand.id}
    />
  )
}

const Chip = memo(function Chip(props: {
  demand: string
  cadre: string
  name: string
  level: string
  unit: string
  isPinned: boolean
  isNew: boolean
  minutes: number | undefined
  isOverloaded: boolean
  isChosen: boolean
  isPicked: boolean
}) {
  const { t } = useTranslation('schedule')
  const { name, level, unit, isPinned, isNew, minutes, isOverloaded, isChosen, isPicked } = props
  return (
    <button
      type="button"
      className={`person ${isChosen ? 'chosen' : ''} ${isPicked ? 'picked' : ''}`}
      data-seat
      data-demand={props.demand}
      data-cadre={props.cadre}
      draggable
      aria-pressed={isChosen}
      title={`${name} · ${t(`level.${level}`)} · ${unit}`}
    >
      <span className="person-name">{name}</span>
      {isNew && (
        <span className="mark" title={t('mark.newcomerTitle')}>
          {t('mark.newcomer')}
        </span>
      )}
      <span className="person-unit">
        <span aria-hidden>{t(`levelShort.${level}`)} </span>
        {unit}
      </span>
      {isPinned && <PushpinFilled aria-label={t('mark.pinned')} className="mark-pin" />}
      {minutes !== undefined && (
        <span className="mark mark-travel" title={t('mark.travelTitle', { minutes })}>
          {t('mark.travel', { minutes })}
        </span>
      )}
      {isOverloaded && (
        <span className="mark mark-load" title={t('mark.overloadTitle')}>
          {t('mark.overload')}
        </span>
      )}
    </button>
  )
})
