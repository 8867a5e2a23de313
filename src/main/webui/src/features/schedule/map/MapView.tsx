import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { number } from '@/lib/format'
import { grouped } from '../board/facts'
import { sum, type Duty, type SiteBoard } from '../board/board'
import { isFiltering, keepsTeam } from '../board/filters'
import { originOf, useScheduleView } from '../ScheduleContext'
import type { PageSettings } from '@/lib/api/types'
import { VirtualRows } from '../views/VirtualRows'
import { tilesQuery } from './tiles'

const RED = '#c0261c'
const TEAL = '#2b7a78'
const GREY = '#9aa5b1'
const BLUE = '#1f4e8c'
const AMBER = '#9a5b00'
/** So many numbers can be read on a map. */
const MOST_LABELS = 120
const ROW_HEIGHT = 46
const CLOSEST = 14.5
const NAME_WIDTH = 90
const NAME_HEIGHT = 20

/** Where the sites are, how they are covered, and from where people come to a chosen one. */
export default function MapView() {
  const { t } = useTranslation('schedule')
  const { board, filters } = useScheduleView()
  const [parameters, setParameters] = useSearchParams()
  const chosen = parameters.get('site')
  const { data: tiles } = useQuery(tilesQuery)
  const isFiltered = isFiltering(filters)
  const sites = useMemo(
    () =>
      board.sites
        .filter((site) => !isFiltered || site.teams.some((team) => keepsTeam(team, filters, board)))
        .sort((a, b) => b.missing - a.missing),
    [board, filters, isFiltered],
  )
  const site = board.sites.find((each) => each.facts.site.id === chosen)
  const choose = (id: string) =>
    setParameters(
      (now) => {
        const all = new URLSearchParams(now)
        all.set('site', id)
        return all
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <div className="map-view">
      <SiteMap sites={sites} chosen={site} tiles={tiles} travelMinutes={filters.travelMinutes} onChoose={choose} />
      <div className="map-side">
        <ul className="legend" aria-label={t('coverage.legend')}>
          <li><span className="dot dot-short" aria-hidden />{t('map.short')}</li>
          <li><span className="dot dot-full" aria-hidden />{t('map.full')}</li>
          <li><span className="line-key" aria-hidden />{t('map.travel')}</li>
          <li><span className="line-key line-long" aria-hidden />{t('map.long', { minutes: filters.travelMinutes })}</li>
        </ul>
        {site !== undefined && <ChosenSite site={site} />}
        <SiteList sites={sites} chosen={chosen} onChoose={choose} />
      </div>
    </div>
  )
}

function ChosenSite({ site }: { site: SiteBoard }) {
  const { t } = useTranslation('schedule')
  const { filters, select } = useScheduleView()
  const duties = dutiesOf(site)
  const mean = duties.length === 0 ? 0 : sum(duties, (duty) => duty.travel) / duties.length
  const long = duties.filter((duty) => duty.travel > filters.travelMinutes).length
  const short = site.teams.flatMap((team) => team.lines).filter((line) => line.missing > 0)
  return (
    <section className="map-chosen" aria-label={site.facts.name}>
      <h2>{site.facts.name}</h2>
      <p className="quiet">{site.facts.subdistrict}</p>
      <p className="numbers">
        {t('headsOfRequired', { heads: site.heads, required: site.required })}
        {t('comma')}
        {t('map.mean', { minutes: number(mean, 0), long })}
      </p>
      {short.length > 0 && (
        <button type="button" className="seat seat-missing" onClick={(event) => select({ demand: short[0]!.demand.id }, originOf(event, event.currentTarget))}>
          {t('missingHeads', { count: site.missing })} · {t('map.why')}
        </button>
      )}
    </section>
  )
}

/** The same as the map, for those who do not point at it. */
function SiteList({ sites, chosen, onChoose }: { sites: SiteBoard[]; chosen: string | null; onChoose: (id: string) => void }) {
  const { t } = useTranslation('schedule')
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: sites.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => sites[i]!.facts.site.id,
  })
  return (
    <div ref={scroller} className="sched-list map-list" tabIndex={0} role="region" aria-label={t('map.list')}>
      <VirtualRows list={list} rowHeight={ROW_HEIGHT}>
        {(i) => {
          const { facts, missing, heads, required } = sites[i]!
          const isChosen = facts.site.id === chosen
          return (
            <button type="button" className={`map-site ${isChosen ? 'chosen-row' : ''}`} aria-pressed={isChosen} onClick={() => onChoose(facts.site.id)}>
              <span className="person-name">{facts.name}</span>
              <span className={missing > 0 ? 'missing numbers' : 'quiet numbers'}>
                {missing > 0 ? t('missingHeads', { count: missing }) : `${heads}/${required}`}
              </span>
            </button>
          )
        }}
      </VirtualRows>
    </div>
  )
}

function dutiesOf(site: SiteBoard): Duty[] {
  return site.teams.flatMap((team) => team.lines.flatMap((line) => line.duties))
}

function SiteMap({ sites, chosen, tiles, travelMinutes, onChoose }: {
  sites: SiteBoard[]
  chosen: SiteBoard | undefined
  tiles: PageSettings | undefined
  travelMinutes: number
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('schedule')
  const { board } = useScheduleView()
  const element = useRef<HTMLDivElement>(null)
  const map = useRef<L.Map>(undefined)
  const layers = useRef<{ places: L.LayerGroup; lines: L.LayerGroup; names: L.LayerGroup }>(undefined)
  const choose = useRef(onChoose)
  useEffect(() => {
    choose.current = onChoose
  }, [onChoose])

  useEffect(() => {
    const made = L.map(element.current!, { preferCanvas: true, zoomSnap: 0.25 })
    made.attributionControl.setPrefix(false)
    L.control.scale({ imperial: false }).addTo(made)
    map.current = made
    layers.current = {
      names: L.layerGroup().addTo(made), lines: L.layerGroup().addTo(made), places: L.layerGroup().addTo(made),
    }
    const places = board.facts.sites.map(({ site }) => L.latLng(site.location.lat, site.location.lon))
    if (places.length > 0) {
      // Sites at one place would be fitted with an endless zoom.
      made.fitBounds(L.latLngBounds(places), { padding: [24, 24], maxZoom: CLOSEST, animate: false })
    } else {
      made.setView([39.9, 116.4], 11)
    }
    // Names of subdistricts, in the midst of their sites: a map without tiles still tells where one is.
    for (const [name, own] of grouped(board.facts.sites, (site) => site.subdistrict)) {
      L.marker([mean(own, (each) => each.site.location.lat), mean(own, (each) => each.site.location.lon)], {
        icon: L.divIcon({ className: 'map-name', html: `<span>${escaped(name)}</span>`, iconSize: [NAME_WIDTH, NAME_HEIGHT] }),
        interactive: false,
        keyboard: false,
      }).addTo(layers.current.names)
    }
    const thinOut = () => hideCrowded(made, layers.current!.names.getLayers() as L.Marker[])
    made.on('zoomend', thinOut)
    thinOut()
    const resized = new ResizeObserver(() => made.invalidateSize())
    resized.observe(element.current!)
    return () => {
      resized.disconnect()
      made.remove()
    }
  }, [board.facts])

  useEffect(() => {
    if (tiles?.tileUrl == null || map.current === undefined) {
      return
    }
    const layer = L.tileLayer(tiles.tileUrl, { attribution: tiles.tileAttribution ?? '' }).addTo(map.current)
    return () => {
      layer.remove()
    }
  }, [tiles, board.facts]) // which make another map

  useEffect(() => {
    const { places } = layers.current!
    places.clearLayers()
    const labelled = new Set(sites.slice(0, MOST_LABELS)) // those that miss most come first
    for (const site of sites.toReversed()) {
      const { lat, lon } = site.facts.site.location
      const isShort = site.missing > 0
      const isChosen = site === chosen
      const text = `${site.facts.name} ${site.heads}/${site.required}`
      const marker = isShort && labelled.has(site)
        ? L.marker([lat, lon], {
            icon: L.divIcon({ className: `map-short ${isChosen ? 'map-chosen-place' : ''}`, html: String(site.missing), iconSize: [24, 24] }),
            title: text,
            alt: `${text}, ${t('missingHeads', { count: site.missing })}`,
            keyboard: false,
          })
        : L.circleMarker([lat, lon], {
            radius: isChosen ? 9 : 3 + Math.min(4, site.required / 16),
            color: isChosen ? BLUE : '#fff',
            weight: isChosen ? 3 : 1,
            fillColor: isShort ? RED : site.required === 0 ? GREY : TEAL,
            fillOpacity: 0.9,
          }).bindTooltip(escaped(text))
      marker.on('click', () => choose.current(site.facts.site.id)).addTo(places)
    }
  }, [sites, chosen, t])

  useEffect(() => {
    const { lines } = layers.current!
    lines.clearLayers()
    if (chosen === undefined) {
      return
    }
    const { lat, lon } = chosen.facts.site.location
    const reached = [L.latLng(lat, lon)]
    for (const duty of dutiesOf(chosen)) {
      const { location } = duty.cadre
      const isLong = duty.travel > travelMinutes
      const home = L.latLng(location.lat, location.lon)
      reached.push(home)
      L.polyline([home, [lat, lon]], {
        color: isLong ? AMBER : BLUE, weight: isLong ? 2 : 1.5, opacity: 0.75, ...(isLong ? { dashArray: '6 4' } : {}),
      }).bindTooltip(escaped(`${duty.cadre.name ?? duty.cadre.id} · ${t('mark.travel', { minutes: duty.travel })}`), { sticky: true }).addTo(lines)
      L.circleMarker(home, { radius: 2.5, color: isLong ? AMBER : BLUE, weight: 1, fillOpacity: 1 }).addTo(lines)
    }
    map.current!.fitBounds(L.latLngBounds(reached), { padding: [40, 40], maxZoom: CLOSEST, animate: false })
  }, [chosen, travelMinutes, t])

  return <div ref={element} className="map" role="region" aria-label={t('map.label')} />
}

/** Hides names that would lie on others. */
function hideCrowded(map: L.Map, names: L.Marker[]): void {
  const shown: L.Point[] = []
  for (const name of names) {
    const at = map.latLngToLayerPoint(name.getLatLng())
    const isCrowded = shown.some((other) => Math.abs(other.x - at.x) < NAME_WIDTH && Math.abs(other.y - at.y) < NAME_HEIGHT)
    name.getElement()?.classList.toggle('crowded', isCrowded)
    if (!isCrowded) {
      shown.push(at)
    }
  }
}

function mean<T>(items: T[], value: (item: T) => number): number {
  return sum(items, value) / items.length
}

/** Leaflet takes HTML; names are text. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
}
