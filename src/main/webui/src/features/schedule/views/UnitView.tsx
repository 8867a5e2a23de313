import { useVirtualizer } from '@tanstack/react-virtual'
import { Empty, Select } from 'antd'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number, percent } from '@/lib/format'
import type { UnitBoard } from '../board/board'
import { useScheduleView } from '../ScheduleContext'
import { CadreView } from './CadreView'
import { VirtualRows } from './VirtualRows'

const ROW_HEIGHT = 44
const ORDERS = ['ceiling', 'deployed', 'name'] as const

/** Each unit: how many of its people are away, how many may be, and who. */
export function UnitView() {
  const { t } = useTranslation('schedule')
  const { board, selection, select } = useScheduleView()
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('ceiling')
  const units = useMemo(() => board.units.toSorted(BY[order]), [board, order])
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => units[i]!.id,
    overscan: 6,
  })
  const chosen = board.units.find((unit) => unit.id === selection.unit)
  const show = useEffectEvent((id: string | undefined) => {
    const at = units.findIndex((unit) => unit.id === id)
    if (at >= 0) {
      list.scrollToIndex(at, { align: 'auto' })
    }
  })
  useEffect(() => show(selection.unit), [selection.unit])
  if (units.length === 0) {
    return <Empty description={t('empty.units')} />
  }
  return (
    <div className="units">
      <div className="units-list">
        <div className="segments">
          <Select
            aria-label={t('units.order')}
            value={order}
            onChange={setOrder}
            options={ORDERS.map((value) => ({ value, label: t(`units.by.${value}`) }))}
          />
          <span className="quiet numbers">{t('units.count', { count: units.length, shown: number(units.length) })}</span>
        </div>
        <div ref={scroller} className="sched-list" tabIndex={0} role="region" aria-label={t('views.units')}>
          <VirtualRows list={list} rowHeight={ROW_HEIGHT}>
            {(i) => <UnitRow unit={units[i]!} isChosen={units[i] === chosen} onChoose={() => select({ unit: units[i]!.id })} />}
          </VirtualRows>
        </div>
      </div>
      <div className="units-members">
        {chosen === undefined ? (
          <Empty description={t('units.choose')} />
        ) : (
          <section aria-label={chosen.name}>
            <h2>{chosen.name}</h2>
            <CadreView key={chosen.id} members={chosen.members} />
          </section>
        )}
      </div>
    </div>
  )
}

const BY: Record<(typeof ORDERS)[number], (a: UnitBoard, b: UnitBoard) => number> = {
  ceiling: (a, b) => fillOf(b) - fillOf(a) || b.deployed - a.deployed,
  deployed: (a, b) => b.deployed - a.deployed,
  name: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
}

/** How much of its ceiling a unit has used on its busiest date. */
function fillOf({ ceiling, mostAway }: UnitBoard): number {
  return ceiling === undefined ? -1 : ceiling === 0 ? (mostAway > 0 ? 2 : 1) : mostAway / ceiling
}

function UnitRow({ unit, isChosen, onChoose }: { unit: UnitBoard; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('schedule')
  const { name, deployed, ceiling, staff, mostAway } = unit
  const scale = Math.max(staff, mostAway, 1)
  const isFull = ceiling !== undefined && mostAway >= ceiling
  return (
    <button type="button" className={`unit-row ${isChosen ? 'chosen-row' : ''}`} aria-pressed={isChosen} onClick={onChoose}>
      <span className="unit-name">{name}</span>
      <span className="unit-bar" aria-hidden>
        <span className={isFull ? 'unit-away full' : 'unit-away'} style={{ width: `${(mostAway / scale) * 100}%` }} />
        {ceiling !== undefined && <span className="unit-ceiling" style={{ insetInlineStart: `${(Math.min(ceiling, scale) / scale) * 100}%` }} />}
      </span>
      <span className="numbers unit-numbers">
        {ceiling === undefined
          ? t('units.away', { away: number(mostAway), staff: number(staff) })
          : t('units.awayOf', { away: number(mostAway), ceiling: number(ceiling), staff: number(staff) })}
        {isFull && <span className="tag-warn">{t('units.full')}</span>}
      </span>
      <span className="numbers quiet">{staff > 0 ? percent(deployed / staff, 1) : '–'}</span>
    </button>
  )
}
