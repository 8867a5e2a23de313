import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { whyCadreQuery } from '@/lib/whyQueries'
import { unassign } from '../hand/changes'
import { pinOf } from '../hand/pins'
import { signed } from '../hand/points'
import { sum, type Duty } from '../board/board'
import { useScheduleView } from '../ScheduleContext'
import { postName, siteName, windowName } from '../words'
import { Alternatives } from './Alternatives'
import { PersonHead } from './Person'
import { reasonsOf, type Part } from './reasons'

/** Why cadres are where they are. */
export function DutyWhyView({ duty }: { duty: Duty }) {
  const { t } = useTranslation('schedule')
  const { board, plan, select, pick, propose, isOpen } = useScheduleView()
  const { index } = board.facts
  const { cadre, demand, window } = duty
  const why = useQuery(whyCadreQuery(plan, cadre.id))
  const account = why.data?.duties.find((each) => each.duty.demand === demand.id)
  const others = board.loads.get(cadre.id)?.duties.filter((each) => each.demand.id !== demand.id) ?? []
  return (
    <>
      <PersonHead cadre={cadre} />
      <p className="where">
        <strong>{siteName(index, demand.site)}</strong>
        <br />
        <span className="numbers">{windowName(index, window)}</span> · {postName(index, demand)} ·{' '}
        <span className="numbers">{t('mark.travelTitle', { minutes: duty.travel })}</span>
      </p>
      {isOpen && (
        <div className="actions" role="group" aria-label={t('actions.label')}>
          <Button onClick={() => pick({ cadre: cadre.id, demand: demand.id })}>{t('actions.move')}</Button>
          <Button onClick={() => propose(pinOf(board, demand.id, cadre.id))}>{t(duty.pinned ? 'actions.unpin' : 'actions.pin')}</Button>
          <Button onClick={() => propose(unassign(demand.id, cadre.id))}>{t('actions.unassign')}</Button>
          <Button type="link" onClick={() => select({ demand: demand.id })}>{t('actions.demand')}</Button>
        </div>
      )}
      {why.isPending && <Skeleton active />}
      {why.error !== null && <ErrorNote error={why.error} onRetry={() => void why.refetch()} />}
      {account !== undefined && (
        <>
          <section aria-label={t('why.here')}>
            <h3>{t('why.here')}</h3>
            <ul className="reasons">
              {reasonsOf(board.facts, duty, account.parts, t).map(({ side, text }) => (
                <li key={text} className={side}>
                  <span aria-label={t(`why.${side}`)} role="img">{SIGNS[side]}</span> {text}
                </li>
              ))}
            </ul>
            <details>
              <summary>{t('why.cost', { points: number(-sum(account.parts.filter((part) => part.rule.level === 'SOFT'), (part) => part.points)) })}</summary>
              <Costs parts={account.parts} />
            </details>
          </section>
          <Alternatives title={t('why.alternatives')} alternatives={account.alternatives} none={t('why.noAlternatives')} about={{ cadre: cadre.id, demand: demand.id }} />
        </>
      )}
      {others.length > 0 && (
        <section aria-label={t('why.otherDuties')}>
          <h3>{t('why.otherDuties')}</h3>
          <DutyLinks duties={others} />
        </section>
      )}
    </>
  )
}

const SIGNS = { for: '✓', neutral: '·', against: '−' } as const

export function DutyLinks({ duties }: { duties: Duty[] }) {
  const { board, select } = useScheduleView()
  const { index } = board.facts
  return (
    <ul className="links">
      {duties.map(({ demand, cadre, window }) => (
        <li key={demand.id}>
          <Button type="link" onClick={() => select({ demand: demand.id, cadre: cadre.id })}>
            {windowName(index, window)} · {siteName(index, demand.site)} · {postName(index, demand)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What a duty adds to each rule's account. */
function Costs({ parts }: { parts: Part[] }) {
  const { t } = useTranslation('schedule')
  return (
    <table className="effects numbers">
      <thead>
        <tr>
          <th scope="col">{t('effect.rule')}</th>
          <th scope="col">{t('effect.quantity')}</th>
          <th scope="col">{t('effect.points')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ rule, quantity, points }) => (
          <tr key={`${rule.level} ${rule.id}`}>
            <th scope="row">
              {inLanguage(rule.name)}
              {rule.level !== 'SOFT' && <span className="quiet"> ({t(`effect.level.${rule.level}`)})</span>}
            </th>
            <td>{number(quantity)}</td>
            <td className={points < 0 ? 'worse' : 'better'}>{signed(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
