import { CalendarOutlined, CheckOutlined, CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { App, Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, Schedule } from '@/lib/api/types'
import { api, cursorIn, told } from '@/lib/api/client'
import { download, save } from '@/lib/files'
import { number } from '@/lib/format'
import type { ProblemIndex } from '@/lib/problemIndex'
import { versionOf } from '@/lib/queries'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { serving, writeCsv } from './sheets'

const LINE = 40

type LinkPage = { links: { cadre: string; path: string }[]; next: string | null }

/** The link of each cadre, by identifier. */
async function fetchLinks(plan: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>()
  let cursor: string | undefined
  do {
    const params = { path: { id: plan }, query: { limit: 1000, cursor } }
    const page: LinkPage = await told<LinkPage>(api.GET('/api/v1/plans/{id}/links', { params }))
    page.links.forEach((link) => links.set(link.cadre, link.path))
    cursor = cursorIn(page.next)
  } while (cursor !== undefined)
  return links
}

/** For each cadre a link to their own duties, and their calendar. */
export function LinksView({ plan, index, schedule }: { plan: Plan; index: ProblemIndex; schedule: Schedule }) {
  const { t } = useTranslation('handout')
  const [text, setText] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const { message } = App.useApp()
  const people = useMemo(() => serving(index, schedule), [index, schedule])
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    return people.filter(({ cadre, name, unit }) => `${cadre.id} ${name} ${unit}`.toLowerCase().includes(wanted))
  }, [people, text])
  const { data: links, error, refetch, isPending } = useQuery({
    queryKey: keys.links(plan.id, versionOf(plan)),
    queryFn: () => fetchLinks(plan.id),
    staleTime: Infinity,
    structuralSharing: false,
  })
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => LINE, overscan: 10 })
  const addressOf = (cadre: string) => {
    const path = links?.get(cadre)
    return path === undefined ? undefined : new URL(path, window.location.origin).href
  }
  const copy = async (cadre: string, address: string) => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(cadre)
    } catch {
      message.error(t('copyFailed'))
    }
  }
  const saveAll = () => {
    const records = found.map(({ cadre, name, unit, duties }) => [cadre.id, name, unit, String(duties), addressOf(cadre.id) ?? ''])
    save(new Blob([writeCsv([[t('identifier'), t('name'), t('unit'), t('duties'), t('link')], ...records])], { type: 'text/csv' }), 'links.csv')
  }
  return (
    <>
      <p className="hand-lead">{t('linksText')}</p>
      {error !== null && <ErrorNote error={error} onRetry={() => void refetch()} />}
      <div className="hand-tools">
        <Input allowClear style={{ width: 280 }} value={text} aria-label={t('findCadre')} placeholder={t('findCadre')} onChange={(event) => setText(event.target.value)} />
        <span role="status" className="quiet numbers">{t('servingCount', { count: found.length, shown: number(found.length) })}</span>
        <span className="gap" />
        <Button icon={<DownloadOutlined />} disabled={!links || found.length === 0} onClick={saveAll}>{t('allLinks')}</Button>
      </div>
      {found.length === 0 ? (
        <p className="quiet">{t('nobodyFound')}</p>
      ) : (
        <div ref={scroller} className="people" role="table" aria-label={t('links')} aria-rowcount={found.length + 1}>
          <div role="rowgroup" className="people-head">
            <div role="row" aria-rowindex={1} className="people-row">
              {['name', 'unit', 'duties', 'actions'].map((word) => (
                <span key={word} role="columnheader" className={word === 'duties' ? 'people-number' : undefined}>{t(word)}</span>
              ))}
            </div>
          </div>
          <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
            {rows.getVirtualItems().map(({ index: i, start }) => {
              const { cadre, name, unit, duties } = found[i]!
              const address = addressOf(cadre.id)
              return (
                <div key={cadre.id} role="row" aria-rowindex={i + 2} className="people-row people-line" style={{ transform: `translateY(${start}px)` }}>
                  <span role="cell">
                    {name} <span className="quiet">{name === cadre.id ? '' : cadre.id}</span>
                  </span>
                  <span role="cell">{unit}</span>
                  <span role="cell" className="numbers people-number">{duties}</span>
                  <span role="cell" className="people-actions">
                    {address !== undefined && (
                      <>
                        <Button
                          size="small"
                          icon={copied === cadre.id ? <CheckOutlined /> : <CopyOutlined />}
                          aria-label={t(copied === cadre.id ? 'copiedLinkOf' : 'copyLinkOf', { name })}
                          onClick={() => void copy(cadre.id, address)}
                        >
                          {t(copied === cadre.id ? 'copied' : 'copyLink')}
                        </Button>
                        <a href={address} target="_blank" rel="noreferrer" aria-label={t('openLinkOf', { name })}>{t('openLink')}</a>
                      </>
                    )}
                    {address === undefined && isPending && <span className="quiet">…</span>}
                    <Button
                      size="small"
                      icon={<CalendarOutlined />}
                      aria-label={t('calendarOf', { name })}
                      onClick={() =>
                        void download(`/api/v1/plans/${plan.id}/cadres/${encodeURIComponent(cadre.id)}/calendar`, 'text/calendar', `${cadre.id}.ics`)
                          .catch((refusal: Error) => message.error(refusal.message))}
                    >
                      {t('calendar')}
                    </Button>
                  </span>
                </div>
              )
            })}
          </div>
        </div>
      )}
    </>
  )
}
