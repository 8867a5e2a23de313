import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'
import { useScheduleView } from '../ScheduleContext'
import { CadreWhy } from './CadreWhy'
import { DemandWhy } from './DemandWhy'
import { DutyWhyView } from './DutyWhyView'

/** Why it is as it is: a seat, a duty, or a person; and what can be done about it. */
export function WhyPanel() {
  const { t } = useTranslation('schedule')
  const { selection, select, origin, board } = useScheduleView()
  const { demand, cadre } = selection
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(origin)
  useEffect(() => {
    panel.current?.scrollTo(0, 0)
    if (origin !== undefined) {
      panel.current?.focus({ preventScroll: true })
    }
  }, [demand, cadre, origin])
  const close = () => select({})
  const line = demand === undefined ? undefined : board.lines.get(demand)
  const duty = line?.duties.find((each) => each.cadre.id === cadre)
  const person = cadre === undefined ? undefined : board.facts.index.cadres.get(cadre)
  return (
    // Escape closes it from wherever the focus is within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className="why"
      aria-label={t('why.label')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Button type="text" className="why-close" icon={<CloseOutlined />} aria-label={t('why.close')} onClick={close} />
      {duty !== undefined ? (
        <DutyWhyView key={`${demand} ${cadre}`} duty={duty} />
      ) : person !== undefined ? (
        <CadreWhy key={cadre} cadre={person} />
      ) : line !== undefined ? (
        <DemandWhy key={demand} line={line} />
      ) : (
        <p>{t('why.gone')}</p>
      )}
    </aside>
  )
}
