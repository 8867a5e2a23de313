import { InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '@/lib/format'
import { filterCounts, isFiltering, NO_FILTERS, type Filters } from './board/filters'
import { useScheduleView } from './ScheduleContext'
import { windowName } from './words'

const KINDS = ['unfilled', 'newcomers', 'travel', 'overload'] as const

/** What is looked for; each button says how much of it there is. */
export function FilterBar({ filters }: { filters: Filters }) {
  const { t } = useTranslation('schedule')
  const { board, setFilters } = useScheduleView()
  const { window: only, travelMinutes, loadHours } = filters
  const counts = useMemo(
    () => filterCounts(board, { ...NO_FILTERS, window: only, travelMinutes, loadHours }),
    [board, only, travelMinutes, loadHours],
  )
  const { windows, index } = board.facts
  return (
    <div className="filter-bar" role="group" aria-label={t('filters.label')}>
      <Select
        aria-label={t('filters.window')}
        value={filters.window ?? ''}
        onChange={(window) => setFilters({ ...filters, window: window === '' ? undefined : window })}
        options={[
          { value: '', label: t('filters.allWindows') },
          ...windows.map((window) => ({ value: window.id, label: windowName(index, window) })),
        ]}
        popupMatchSelectWidth={false}
      />
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={`filter ${kind === 'unfilled' && counts.unfilled > 0 ? 'filter-missing' : ''}`}
          aria-pressed={filters[kind]}
          title={t(`filters.${kind}Title`)}
          onClick={() => setFilters({ ...filters, [kind]: !filters[kind] })}
        >
          {t(`filters.${kind}`, { minutes: filters.travelMinutes, hours: filters.loadHours })}
          <span className="filter-count numbers">{number(counts[kind])}</span>
        </button>
      ))}
      {filters.travel && (
        <InputNumber
          aria-label={t('filters.travelMinutes')}
          min={1}
          max={300}
          value={filters.travelMinutes}
          onChange={(value) => value !== null && setFilters({ ...filters, travelMinutes: value })}
          suffix={t('filters.minutes')}
          style={{ width: 110 }}
        />
      )}
      {filters.overload && (
        <InputNumber
          aria-label={t('filters.loadHours')}
          min={1}
          max={1000}
          value={filters.loadHours}
          onChange={(value) => value !== null && setFilters({ ...filters, loadHours: value })}
          suffix={t('filters.hours')}
          style={{ width: 110 }}
        />
      )}
      {isFiltering(filters) && (
        <button
          type="button"
          className="filter filter-clear"
          onClick={() => setFilters({ ...NO_FILTERS, travelMinutes: filters.travelMinutes, loadHours: filters.loadHours })}
        >
          {t('filters.clear')}
        </button>
      )}
      <p className="board-sum numbers" role="status">
        {board.missing > 0 ? (
          <span className="missing">{t('sum.missing', { count: board.missing, shown: number(board.missing) })}</span>
        ) : (
          <span className="filled">✓ {t('sum.filled')}</span>
        )}
        <span className="quiet">
          {t('sum.heads', { heads: number(board.heads), required: number(board.required), unused: number(board.unused) })}
        </span>
      </p>
    </div>
  )
}
