import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Segmented } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { api, told } from '@/lib/api/client'
import type { PhoneList, Plan, Schedule } from '@/lib/api/types'
import { instant, number } from '@/lib/format'
import type { ProblemIndex } from '@/lib/problemIndex'
import { keys } from '@/lib/queryKeys'
import { PrintedSite } from './PrintedSite'
import { PrintedUnit } from './PrintedUnit'
import { siteSheets, unitSheets, type SiteSheet, type UnitSheet } from './sheets'

const LINE = 32
type By = 'sites' | 'units'

/** Sign-in lists of sites, lists of units: chosen, looked at, printed. */
export function SheetsView({ plan, index, schedule }: { plan: Plan; index: ProblemIndex; schedule: Schedule }) {
  const { t, i18n } = useTranslation('handout')
  const [params, setParams] = useSearchParams()
  const by: By = params.get('by') === 'units' ? 'units' : 'sites'
  const sheets: (SiteSheet | UnitSheet)[] = useMemo(
    () => (by === 'sites' ? siteSheets(index, schedule) : unitSheets(index, schedule)),
    [by, index, schedule],
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [text, setText] = useState('')
  const [seen, setSeen] = useState<string | null>(params.get('sheet'))
  const [withPhones, setWithPhones] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const [isPreparing, setPreparing] = useState(false)
  const chosen = useMemo(() => sheets.filter(({ id }) => !left.has(id)), [sheets, left])
  const found = useMemo(() => sheets.filter((sheet) => wordsOf(sheet).includes(text.trim().toLowerCase())), [sheets, text])
  const sheet = sheets.find(({ id }) => id === seen) ?? sheets[0]
  const phones = usePhones(plan.district, withPhones)
  const stands = plan.changed ?? plan.ended
  const madeOn = stands === null ? '' : instant(stands)
  const printed = (each: SiteSheet | UnitSheet) =>
    'teams' in each
      ? <PrintedSite key={each.id} sheet={each} phones={withPhones ? phones.data : undefined} madeOn={madeOn} />
      : <PrintedUnit key={each.id} sheet={each} phones={withPhones ? phones.data : undefined} madeOn={madeOn} />

  // All chosen sheets are rendered for the printer only, however printing is started.
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])

  const choose = (ids: string[], isChosen: boolean) => {
    const next = new Set(left)
    ids.forEach((id) => (isChosen ? next.delete(id) : next.add(id)))
    setLeft(next)
  }
  const foundChosen = found.filter(({ id }) => !left.has(id)).length
  if (sheets.length === 0 || sheet === undefined) {
    return <Alert type="info" showIcon title={t('noSheets')} />
  }
  return (
    <div className="sheets">
      <div className="sheets-choice">
        <Segmented
          block
          value={by}
          aria-label={t('sheetsBy')}
          options={[{ value: 'sites', label: t('bySite') }, { value: 'units', label: t('byUnit') }]}
          onChange={(value) => {
            setLeft(new Set())
            setSeen(null)
            setParams(value === 'sites' ? {} : { by: value }, { replace: true })
          }}
        />
        <Input allowClear value={text} aria-label={t('findSheet')} placeholder={t('findSheet')} onChange={(event) => setText(event.target.value)} />
        <Checkbox
          checked={foundChosen === found.length && found.length > 0}
          indeterminate={foundChosen > 0 && foundChosen < found.length}
          onChange={(event) => choose(found.map(({ id }) => id), event.target.checked)}
        >
          {t('allShown', { count: found.length })}
        </Checkbox>
        <SheetList sheets={found} left={left} seen={sheet.id} onChoose={choose} onSee={setSeen} />
        {plan.district !== null && (
          <div>
            <Checkbox checked={withPhones} onChange={(event) => setWithPhones(event.target.checked)}>{t('withPhones')}</Checkbox>
            <div className="quiet hand-note">
              {phones.error !== null ? t('phonesFailed') : withPhones && phones.data?.size === 0 ? t('noPhones') : t('phonesNote')}
            </div>
          </div>
        )}
        <Button
          type="primary"
          block
          icon={<PrinterOutlined />}
          disabled={chosen.length === 0 || (withPhones && phones.isPending)}
          loading={isPreparing}
          onClick={() => {
            setPreparing(true)
            setTimeout(() => {
              window.print()
              setPreparing(false)
            }, 50) // so that the button shows that it works: a thousand sheets take seconds
          }}
        >
          {t('print', { count: chosen.length })}
        </Button>
        <p className="quiet hand-note">{t('printNote')}</p>
      </div>
      <div className="sheets-preview" role="region" aria-label={t('preview', { sheet: sheet.name })} tabIndex={0} lang={i18n.language}>
        {printed(sheet)}
      </div>
      {isPrinting && createPortal(<div className="print-root">{chosen.map(printed)}</div>, document.body)}
    </div>
  )
}

function SheetList({ sheets, left, seen, onChoose, onSee }: {
  sheets: (SiteSheet | UnitSheet)[]
  left: ReadonlySet<string>
  seen: string
  onChoose: (ids: string[], isChosen: boolean) => void
  onSee: (id: string) => void
}) {
  const { t } = useTranslation('handout')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: sheets.length, getScrollElement: () => scroller.current, estimateSize: () => LINE, overscan: 10 })
  return (
    <div ref={scroller} className="sheets-list">
      <ul style={{ height: rows.getTotalSize() }} aria-label={t('chooseSheets')}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const sheet = sheets[index]!
          const isSeen = sheet.id === seen
          return (
            <li key={sheet.id} style={{ transform: `translateY(${start}px)` }} className={isSeen ? 'seen' : undefined} aria-setsize={sheets.length} aria-posinset={index + 1}>
              <Checkbox
                checked={!left.has(sheet.id)}
                aria-label={t('chooseSheet', { sheet: sheet.name })}
                onChange={(event) => onChoose([sheet.id], event.target.checked)}
              />
              <button type="button" aria-current={isSeen} onClick={() => onSee(sheet.id)}>
                <span>{sheet.name}</span>
                <span className="numbers quiet">
                  {'missing' in sheet && sheet.missing > 0 && <span className="missing">{t('missing', { count: sheet.missing })} </span>}
                  {number(sheet.people)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What a sheet is found by: for sites also the place. */
function wordsOf(sheet: SiteSheet | UnitSheet): string {
  return `${sheet.id} ${sheet.name} ${'place' in sheet ? sheet.place : ''}`.toLowerCase()
}

/** Phones of the district's cadres. Only asked for when they shall be printed: reading them is recorded. */
function usePhones(district: string | null, isWanted: boolean) {
  return useQuery({
    queryKey: keys.phones(district),
    enabled: isWanted && district !== null,
    staleTime: 60_000,
    gcTime: 0,
    structuralSharing: false,
    queryFn: async () => {
      const { phones } = await told<PhoneList>(api.GET('/api/v1/districts/{district}/phones', { params: { path: { district: district ?? '' } } }))
      return new Map(phones.map(({ cadre, phone }) => [cadre, phone]))
    },
  })
}
