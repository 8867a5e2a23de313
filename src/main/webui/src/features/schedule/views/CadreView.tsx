import { PushpinFilled } from '@ant-design/icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Empty } from 'antd'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cadre } from '@/lib/api/types'
import { day, number } from '@/lib/format'
import type { Duty, Load } from '../board/board'
import { isLong, isOverloaded, keepsLoad, newcomersAlone } from '../board/filters'
import { useScheduleView } from '../ScheduleContext'
import { postName, siteName, unitName, windowName } from '../words'
import { useSeatEvents } from './seats'
import { scaleOf, type Scale } from './timeScale'
import { VirtualRows } from './VirtualRows'

const ROW_HEIGHT = 40
const SHOWN = ['used', 'unused', 'all'] as const

/** Cadres with their duties on a line of time, and those who are not used. */
export function CadreView({ members }: { members?: Cadre[] } = {}) {
  const { t } = useTranslation('schedule')
  const { board, filters, selection } = useScheduleView()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>(members === undefined ? 'used' : 'all')
  const events = useSeatEvents()
  const scroller = useRef<HTMLDivElement>(null)
  const { index, windows } = board.facts
  const people = useMemo(() => members ?? index.problem.cadres ?? [], [members, index])
  const rows = useMemo(() => {
    const newcomers = filters.newcomers ? newcomersAlone(board) : new Set<string>()
    return people.filter((cadre) => {
      const load = board.loads.get(cadre.id)
      return (shown === 'all' || (shown === 'used') === (load !== undefined)) && keepsLoad(load, filters, newcomers)
    })
  }, [people, board, filters, shown])
  const isNarrow = members !== undefined || selection.cadre !== undefined || selection.demand !== undefined || window.innerWidth <= 720
  const scale = useMemo(() => scaleOf(windows, isNarrow ? 4 : 12), [windows, isNarrow])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => rows[i]!.id,
    overscan: 8,
  })
  const chosen = selection.cadre
  const show = useEffectEvent((id: string) => {
    const at = rows.findIndex((cadre) => cadre.id === id)
    if (at >= 0 && !list.getVirtualItems().some((item) => item.index === at)) {
      list.scrollToIndex(at, { align: 'center' })
    }
  })
  useEffect(() => {
    if (chosen !== undefined) {
      show(chosen)
    }
  }, [chosen])
  return (
    <>
      <div className="segments" role="group" aria-label={t('cadres.shown')}>
        {SHOWN.map((which) => (
          <button key={which} type="button" className="filter" aria-pressed={shown === which} onClick={() => setShown(which)}>
            {t(`cadres.${which}`)}
          </button>
        ))}
        <span className="quiet numbers" role="status">
          {t('cadres.count', { count: rows.length, shown: number(rows.length) })}
        </span>
      </div>
      {rows.length === 0 ? (
        <Empty description={t('empty.filtered')} />
      ) : (
        <div ref={scroller} className="sched-list" tabIndex={0} role="region" aria-label={t('views.cadres')} {...events}>
          <div className="time-head" aria-hidden>
            <span>{t('cadres.person')}</span>
            <span>{t('cadres.hours')}</span>
            <div className="time-scale">
              {scale.ticks.map((tick, i) => (
                <span key={tick.at} style={{ insetInlineStart: `${tick.share * 100}%` }} className={tick.isMidnight ? 'midnight' : ''}>
                  {/* A day needs more room than an hour. */}
                  {tick.isMidnight ? day(tick.at) : scale.ticks[i - 1]?.isMidnight ? '' : tick.at.slice(11, 16)}
                </span>
              ))}
            </div>
          </div>
          <VirtualRows list={list} rowHeight={ROW_HEIGHT}>
            {(i) => <CadreRow cadre={rows[i]!} load={board.loads.get(rows[i]!.id)} scale={scale} />}
          </VirtualRows>
        </div>
      )}
    </>
  )
}

function CadreRow({ cadre, load, scale }: { cadre: Cadre; load: Load | undefined; scale: Scale }) {
  const { t } = useTranslation('schedule')
  const { board, filters, selection, picked } = useScheduleView()
  const { index } = board.facts
  const isChosen = selection.cadre === cadre.id
  const hours = (load?.total ?? cadre.minutesServed ?? 0) / 60
  const isHeavy = load !== undefined && isOverloaded(load, filters)
  return (
    <div className={`cadre-row ${isChosen ? 'chosen-row' : ''}`}>
      <button
        type="button"
        className={`cadre-who ${picked?.cadre === cadre.id ? 'picked' : ''}`}
        data-seat
        data-cadre={cadre.id}
        draggable={load === undefined}
        aria-pressed={isChosen && selection.demand === undefined}
      >
        <span className="person-name">{cadre.name ?? cadre.id}</span>
        <span className="person-unit">
          {t(`levelShort.${cadre.level ?? 'DISTRICT'}`)} {unitName(index, cadre)}
        </span>
      </button>
      <span className={`numbers ${isHeavy ? 'load-heavy' : 'quiet'}`} title={t('cadres.hoursTitle')}>
        {number(hours, 1)} {t('filters.hours')}
        {isHeavy && <span className="mark mark-load">{t('mark.overload')}</span>}
      </span>
      <div className="time-line">
        {load === undefined ? (
          <span className="not-used">{t('cadres.notUsed')}</span>
        ) : (
          load.duties.map((duty) => <DutyBar key={duty.demand.id} duty={duty} scale={scale} />)
        )}
      </div>
    </div>
  )
}

function DutyBar({ duty, scale }: { duty: Duty; scale: Scale }) {
  const { t } = useTranslation('schedule')
  const { board, filters, selection, picked } = useScheduleView()
  const { index } = board.facts
  const { demand, cadre, window } = duty
  const from = scale.shareOf(window.start)
  const isChosen = selection.cadre === cadre.id && selection.demand === demand.id
  const isPicked = picked?.cadre === cadre.id && picked.demand === demand.id
  const text = `${siteName(index, demand.site)} · ${postName(index, demand)}`
  return (
    <button
      type="button"
      className={`duty-bar ${isChosen ? 'chosen' : ''} ${isPicked ? 'picked' : ''}`}
      style={{ insetInlineStart: `${from * 100}%`, width: `${(scale.shareOf(window.end) - from) * 100}%` }}
      data-seat
      data-demand={demand.id}
      data-cadre={cadre.id}
      draggable
      aria-pressed={isChosen}
      title={`${windowName(index, window)} ${text} · ${t('mark.travelTitle', { minutes: duty.travel })}`}
    >
      {duty.pinned && <PushpinFilled aria-label={t('mark.pinned')} />}
      <span className="sr-only">
        {cadre.name ?? cadre.id} {windowName(index, window)}{' '}
      </span>
      <span className="duty-text">{text}</span>
      {isLong(duty, filters) && <span className="mark mark-travel">{t('mark.travel', { minutes: duty.travel })}</span>}
    </button>
  )
}
