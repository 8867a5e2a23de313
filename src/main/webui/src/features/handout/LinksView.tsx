import { CalendarOutlined, CheckOutlined, CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { App, Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, Schedule } from '@/lib/api/types'
import { api, cursorIn, told } from '@/lib/api/client'
import { download, save } from '@/lib/files'
import { number } from '@/lib/format'
import type { ProblemIndex } from '@/lib/problemIndex'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { serving, writeCsv } from './sheets'

const LINE = 40
/** Stands for all cadres where one is meant otherwise; no identifier is empty. */
const ALL = ''

/** Each call makes new links: they are made when they are asked for, and not to look at the list. */
async function makeLink(plan: string, cadre: string): Promise<string> {
  return (await told<{ path: string }>(api.GET('/api/v1/plans/{id}/cadres/{cadre}/link', { params: { path: { id: plan, cadre } } }))).path
}

type LinkPage = { links: { cadre: string; path: string }[]; next: string | null }

/** A new link of each cadre who serves, by identifier. */
async function makeLinks(plan: string): Promise<ReadonlyMap<string, string>> {
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

function addressOf(path: string): string {
  return new URL(path, window.location.origin).href
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
  const [error, setError] = useState<Error | null>(null)
  const [making, setMaking] = useState<string | null>(null)
  const made = useRef(new Map<string, string>())
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => LINE, overscan: 10 })
  /** The same link while this list is open. */
  const linkOf = async (cadre: string) => {
    const known = made.current.get(cadre)
    if (known !== undefined) {
      return known
    }
    const address = addressOf(await makeLink(plan.id, cadre))
    made.current.set(cadre, address)
    return address
  }
  const during = async (what: string, action: () => Promise<void>) => {
    setMaking(what)
    setError(null)
    try {
      await action()
    } catch (refusal) {
      setError(refusal as Error)
    } finally {
      setMaking(null)
    }
  }
  const copy = (cadre: string) => during(cadre, async () => {
    const address = await linkOf(cadre)
    try {
      await navigator.clipboard.writeText(address)
      setCopied(cadre)
    } catch {
      message.error(t('copyFailed'))
    }
  })
  const open = (cadre: string) => {
    // A tab that is opened after an answer has come is one that browsers refuse.
    const tab = window.open('', '_blank')
    return during(cadre, async () => {
      try {
        const address = await linkOf(cadre)
        if (tab !== null) {
          tab.opener = null
          tab.location.replace(address)
        }
      } catch (refusal) {
        tab?.close()
        throw refusal
      }
    })
  }
  const saveAll = () => during(ALL, async () => {
    const links = await makeLinks(plan.id)
    const records = found.map(({ cadre, name, unit, duties }) => {
      const path = links.get(cadre.id)
      return [cadre.id, name, unit, String(duties), path === undefined ? '' : addressOf(path)]
    })
    save(new Blob([writeCsv([[t('identifier'), t('name'), t('unit'), t('duties'), t('link')], ...records])], { type: 'text/csv' }), 'links.csv')
  })
  return (
    <>
      <p className="hand-lead">{t(plan.district ? 'standingLinksText' : 'linksText')}</p>
      {error !== null && <ErrorNote error={error} />}
      <div className="hand-tools">
        <Input allowClear style={{ width: 280 }} value={text} aria-label={t('findCadre')} placeholder={t('findCadre')} onChange={(event) => setText(event.target.value)} />
        <span role="status" className="quiet numbers">{t('servingCount', { count: found.length, shown: number(found.length) })}</span>
        <span className="gap" />
        <Button icon={<DownloadOutlined />} loading={making === ALL} disabled={found.length === 0} onClick={() => void saveAll()}>{t('allLinks')}</Button>
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
              return (
                <div key={cadre.id} role="row" aria-rowindex={i + 2} className="people-row people-line" style={{ transform: `translateY(${start}px)` }}>
                  <span role="cell">
                    {name} <span className="quiet">{name === cadre.id ? '' : cadre.id}</span>
                  </span>
                  <span role="cell">{unit}</span>
                  <span role="cell" className="numbers people-number">{duties}</span>
                  <span role="cell" className="people-actions">
                    <Button
                      size="small"
                      icon={copied === cadre.id ? <CheckOutlined /> : <CopyOutlined />}
                      disabled={making !== null}
                      aria-label={t(copied === cadre.id ? 'copiedLinkOf' : 'copyLinkOf', { name })}
                      onClick={() => void copy(cadre.id)}
                    >
                      {t(copied === cadre.id ? 'copied' : 'copyLink')}
                    </Button>
                    <Button
                      size="small"
                      type="link"
                      disabled={making !== null}
                      aria-label={t('openLinkOf', { name })}
                      onClick={() => void open(cadre.id)}
                    >
                      {t('openLink')}
                    </Button>
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
