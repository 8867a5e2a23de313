import { useVirtualizer } from '@tanstack/react-virtual'
import { Empty } from 'antd'
import { memo, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { grouped } from '../board/facts'
import { sum, type Team } from '../board/board'
import { keepsTeam } from '../board/filters'
import { originOf, useScheduleView } from '../ScheduleContext'
import { windowName } from '../words'
import { VirtualRows } from './VirtualRows'

/** So many windows fit beside each other as strips of sites; with more, each site has a row of its own. */
const MOST_STRIPS = 4
const CELL = 22
const ROW_PADDING = 14

type HeatRow = { key: string; name: string; more: string; strips: Team[][] }

/** How well each site is covered in each window. */
export function CoverageView() {
  const { t } = useTranslation('schedule')
  const { board, filters, select, selection } = useScheduleView()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { windows, index } = board.facts
  const shown = useMemo(
    () => (filters.window === undefined ? windows : windows.filter((window) => window.id === filters.window)),
    [windows, filters.window],
  )
  const rows = useMemo<HeatRow[]>(() => {
    const teams = (site: (typeof board.sites)[number], window: string) => site.teams.filter((team) => team.window.id === window)
    if (windows.length > MOST_STRIPS) {
      return board.sites.map((site) => ({
        key: site.facts.site.id, name: site.facts.name, more: site.facts.subdistrict,
        strips: shown.map((window) => teams(site, window.id)),
      }))
    }
    return [...grouped(board.sites, (site) => site.facts.subdistrict)].map(([subdistrict, sites]) => ({
      key: subdistrict, name: subdistrict, more: t('coverage.sites', { count: sites.length }),
      strips: shown.map((window) => sites.flatMap((site) => teams(site, window.id))),
    }))
  }, [board, windows, shown, t])
  const kept = useMemo(
    () => new Set(board.sites.flatMap((site) => site.teams.filter((team) => keepsTeam(team, filters, board)))),
    [board, filters],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const stripWidth = Math.max(CELL, Math.floor((scroller.current?.clientWidth ?? 1000) - 190) / Math.max(1, shown.length) - 12)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) =>
      ROW_PADDING + CELL * Math.max(1, ...rows[i]!.strips.map((strip) => Math.ceil((strip.length * CELL) / stripWidth))),
    getItemKey: (i) => rows[i]!.key,
    overscan: 3,
  })
  if (rows.length === 0) {
    return <Empty description={t('empty.filtered')} />
  }
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-demand]')
    if (cell !== null) {
      select({ demand: cell.dataset.demand }, originOf(event, cell))
    }
  }
  const onDoubleClick = (event: MouseEvent) => {
    const site = (event.target as Element).closest<HTMLElement>('[data-site]')?.dataset.site
    if (site !== undefined) {
      void navigate(`${pathname.replace(/coverage$/, 'sites')}?site=${encodeURIComponent(site)}`)
    }
  }
  // A window that few sites have needs little room.
  const widths = shown.map((_, i) => Math.max(1, ...rows.map((row) => row.strips[i]!.length)))
  const columns = { gridTemplateColumns: `170px ${widths.map((width) => `minmax(110px, ${width}fr)`).join(' ')}` }
  return (
    <>
      <ul className="legend" aria-label={t('coverage.legend')}>
        {(['short', 'least', 'ideal', 'empty'] as const).map((level) => (
          <li key={level}>
            <span className={`cell cell-${level}`} aria-hidden>
              {level === 'short' ? '2' : ''}
            </span>
            {t(`coverage.${level}`)}
          </li>
        ))}
        <li className="quiet">{t('coverage.hint')}</li>
      </ul>
      {/* Listens for all the buttons within, of which there are thousands. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        className="sched-list heat"
        tabIndex={0}
        role="region"
        aria-label={t('views.coverage')}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={moveByArrows}
      >
        <div className="heat-head numbers" style={columns}>
          <span />
          {shown.map((window) => (
            <span key={window.id}>{windowName(index, window)}</span>
          ))}
        </div>
        <VirtualRows list={list}>
          {(at) => {
            const row = rows[at]!
            return (
              <div className="heat-row" style={columns}>
                <span className="heat-name">
                  {row.name} <span className="quiet">{row.more}</span>
                </span>
                {row.strips.map((strip, i) => (
                  <Strip
                    key={shown[i]!.id}
                    label={`${row.name} ${windowName(index, shown[i]!)}`}
                    teams={strip}
                    kept={kept}
                    chosen={strip.find((team) => team.lines.some((line) => line.demand.id === selection.demand))}
                  />
                ))}
              </div>
            )
          }}
        </VirtualRows>
      </div>
    </>
  )
}

/** The sites of a subdistrict in a window, a square each. Tab goes to the strip, arrows go along it. */
const Strip = memo(function Strip({ label, teams, kept, chosen }: {
  label: string
  teams: Team[]
  kept: ReadonlySet<Team>
  chosen: Team | undefined
}) {
  const { t } = useTranslation('schedule')
  const missing = sum(teams, (team) => team.missing)
  return (
    <div className="strip" role="group" aria-label={`${label} · ${t('coverage.strip', { count: teams.length, missing })}`}>
      {teams.map((team, i) => (
        <button
          key={team.site.site.id}
          type="button"
          className={`cell cell-${levelOf(team)} ${kept.has(team) ? '' : 'dimmed'} ${team === chosen ? 'chosen' : ''}`}
          tabIndex={i === 0 ? 0 : -1}
          data-demand={(team.lines.find((line) => line.missing > 0) ?? team.lines[0])?.demand.id}
          data-site={team.site.site.id}
          title={`${team.site.name} · ${team.heads}/${team.required}`}
          aria-label={`${team.site.name}: ${t('headsOfRequired', { heads: team.heads, required: team.required })}${team.missing > 0 ? `, ${t('missingHeads', { count: team.missing })}` : ''}`}
        >
          {team.missing > 0 ? (team.missing > 99 ? '99' : team.missing) : ''}
        </button>
      ))}
    </div>
  )
})

function levelOf(team: Team): 'short' | 'least' | 'ideal' | 'empty' {
  if (team.missing > 0) {
    return 'short'
  }
  if (team.required === 0 && team.heads === 0) {
    return 'empty'
  }
  return team.lines.every((line) => line.duties.length >= line.demand.ideal) ? 'ideal' : 'least'
}

function moveByArrows(event: KeyboardEvent) {
  const cell = (event.target as Element).closest<HTMLElement>('.cell')
  const next = { ArrowRight: cell?.nextElementSibling, ArrowLeft: cell?.previousElementSibling }[event.key]
  if (next instanceof HTMLElement) {
    event.preventDefault()
    next.focus()
  }
}
