import { useVirtualizer } from '@tanstack/react-virtual'
import { Empty } from 'antd'
import { memo, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Line, SiteBoard, Team } from '../board/board'
import { keepsTeam, type Filters } from '../board/filters'
import { useScheduleView } from '../ScheduleContext'
import { postName, windowName } from '../words'
import { Person } from './Person'
import { useSeatEvents } from './seats'
import { VirtualRows } from './VirtualRows'

type Row =
  | { kind: 'site'; key: string; site: SiteBoard }
  | { kind: 'line'; key: string; team: Team; line: Line; isFirst: boolean }

/** Each site: its teams by window and post. */
export function SiteView() {
  const { t } = useTranslation('schedule')
  const { board, filters, selection } = useScheduleView()
  const [parameters] = useSearchParams()
  const events = useSeatEvents()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => rowsOf(board.sites, (team) => keepsTeam(team, filters, board), filters), [board, filters])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heightOf(rows[i]!),
    getItemKey: (i) => rows[i]!.key,
    overscan: 6,
  })
  const show = useEffectEvent((isWanted: (row: Row) => boolean, align: 'start' | 'center') => {
    const at = rows.findIndex(isWanted)
    const [first, last] = [list.scrollOffset ?? 0, (list.scrollOffset ?? 0) + (list.scrollRect?.height ?? 0)]
    const isVisible = list.getVirtualItems().some((item) => item.index === at && item.start >= first && item.end <= last)
    if (at >= 0 && (align === 'start' || !isVisible)) {
      list.scrollToIndex(at, { align })
    }
  })
  // Scrolled to when something else is looked at, not when the rows change under it.
  const site = parameters.get('site')
  useEffect(() => {
    show((row) => row.kind === 'site' && row.site.facts.site.id === site, 'start')
  }, [site])
  useEffect(() => {
    show((row) => row.kind === 'line' && row.line.demand.id === selection.demand, 'center')
  }, [selection.demand])
  if (rows.length === 0) {
    return <Empty description={t('empty.filtered')} />
  }
  return (
    <div ref={scroller} className="sched-list" {...events} tabIndex={0} role="region" aria-label={t('views.sites')}>
      <VirtualRows list={list}>
        {(i) => {
          const row = rows[i]!
          return row.kind === 'site'
            ? <SiteHead site={row.site} />
            : <LineRow team={row.team} line={row.line} isFirst={row.isFirst} />
        }}
      </VirtualRows>
    </div>
  )
}

function rowsOf(sites: SiteBoard[], isKept: (team: Team) => boolean, filters: Filters): Row[] {
  const rows: Row[] = []
  for (const site of sites) {
    const teams = site.teams.filter(isKept)
    if (teams.length > 0) {
      rows.push({ kind: 'site', key: site.facts.site.id, site })
      for (const team of teams) {
        const lines = filters.unfilled ? team.lines.filter((line) => line.missing > 0) : team.lines
        lines.forEach((line, i) => rows.push({ kind: 'line', key: line.demand.id, team, line, isFirst: i === 0 }))
      }
    }
  }
  return rows
}

const HEAD_HEIGHT = 46
const PERSON_HEIGHT = 28
const PEOPLE_A_LINE = 4

function heightOf(row: Row): number {
  return row.kind === 'site'
    ? HEAD_HEIGHT
    : 12 + PERSON_HEIGHT * Math.max(1, Math.ceil((row.line.duties.length + row.line.missing) / PEOPLE_A_LINE))
}

const SiteHead = memo(function SiteHead({ site }: { site: SiteBoard }) {
  const { t } = useTranslation('schedule')
  const { plan } = useScheduleView()
  const { facts, heads, required, missing } = site
  return (
    <div className="site-head">
      <h2>{facts.name}</h2>
      <span className="quiet">
        {facts.subdistrict} · {t(`kind.${facts.site.kind ?? 'SCREENING'}`)}
        {facts.site.admits === 'RESIDENTS' && ` · ${t('residentsOnly')}`}
      </span>
      <span className="numbers site-heads">
        {missing > 0 && <strong className="missing">{t('missingHeads', { count: missing })}</strong>}
        <span className="quiet">{t('headsOfRequired', { heads, required })}</span>
        <Link to={`/plans/${plan.id}/schedule/map?site=${encodeURIComponent(facts.site.id)}`}>{t('onTheMap')}</Link>
      </span>
    </div>
  )
})

function LineRow({ team, line, isFirst }: { team: Team; line: Line; isFirst: boolean }) {
  const { t } = useTranslation('schedule')
  const { board, selection } = useScheduleView()
  const { index } = board.facts
  const { demand, duties, missing, free } = line
  const post = postName(index, demand)
  const window = windowName(index, team.window)
  const isChosen = selection.demand === demand.id && selection.cadre === undefined
  return (
    <div className={`line ${isFirst ? 'line-first' : ''}`}>
      <div className="line-window">
        {isFirst && (
          <>
            <span className="numbers">{window}</span>
            {team.isNewcomersOnly && <span className="tag-warn">{t('newcomersOnly')}</span>}
          </>
        )}
      </div>
      <div className="line-post">
        <span>{post}</span>
        <span className={`numbers heads ${missing > 0 ? 'missing' : 'quiet'}`} title={t('headsTitle', { ...demand })}>
          <span className="sr-only">{t('headsTitle', { ...demand })} </span>
          <span>
            {duties.length}<span aria-hidden>/{demand.min === demand.max ? demand.min : `${demand.min}–${demand.max}`}</span>
          </span>
        </span>
      </div>
      <div className="people">
        {duties.map((duty) => (
          <Person key={duty.cadre.id} duty={duty} />
        ))}
        {Array.from({ length: missing }, (_, i) => (
          <button
            key={i}
            type="button"
            className={`seat seat-missing ${isChosen ? 'chosen' : ''}`}
            data-seat
            data-demand={demand.id}
            aria-pressed={isChosen}
            aria-label={t('seat.missingLabel', { post, window })}
          >
            {t('seat.missing')}
          </button>
        ))}
        {free > 0 && (
          <button
            type="button"
            className={`seat seat-free ${isChosen ? 'chosen' : ''}`}
            data-seat
            data-demand={demand.id}
            aria-pressed={isChosen}
            aria-label={t('seat.freeLabel', { count: free, post, window })}
          >
            + {t('seat.free', { count: free })}
          </button>
        )}
      </div>
    </div>
  )
}
