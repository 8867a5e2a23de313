import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import type { Alternative, DemandExplanation, Shortage } from '@/lib/api/types'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { whyDemandQuery } from '@/lib/whyQueries'
import { assign } from '../hand/changes'
import type { Line } from '../board/board'
import { useScheduleView } from '../ScheduleContext'
import { SearchBox } from '../SearchBox'
import { cadreName, demandName, postName, siteName, windowName } from '../words'
import { Alternatives } from './Alternatives'

/** Why a demand is staffed as it is, and why seats are empty. */
export function DemandWhy({ line }: { line: Line }) {
  const { t } = useTranslation('schedule')
  const { board, plan, propose, isOpen } = useScheduleView()
  const { index } = board.facts
  const { demand, duties, missing, free } = line
  const window = index.windows.get(demand.window)!
  const why = useQuery(whyDemandQuery(plan, demand.id))
  return (
    <>
      <header>
        <h2>{postName(index, demand)}</h2>
        <p>
          <strong>{siteName(index, demand.site)}</strong> · <span className="numbers">{windowName(index, window)}</span>
        </p>
        <p className="numbers">
          <span className={missing > 0 ? 'missing' : ''}>
            {t('demand.heads', { heads: duties.length })}
            {missing > 0 && ` · ${t('missingHeads', { count: missing })}`}
          </span>
          <span className="quiet"> · {t('headsTitle', { ...demand })} · {t('demand.priority', { priority: demand.priority })}</span>
        </p>
      </header>
      <TeamPosts line={line} />
      {why.isPending && <Skeleton active />}
      {why.error !== null && <ErrorNote error={why.error} onRetry={() => void why.refetch()} />}
      {why.data !== undefined && (
        <>
          {missing > 0 && (
            <section aria-label={t('demand.whyEmpty')}>
              <h3>{t('demand.whyEmpty')}</h3>
              {why.data.shortage == null ? <p>{t('demand.notProven')}</p> : <Certificate shortage={why.data.shortage} />}
            </section>
          )}
          <Funnel why={why.data} isFull={missing === 0 && free === 0} />
          {(missing > 0 || free > 0) && (
            <Alternatives
              title={t('demand.additions')}
              alternatives={why.data.additions as Alternative[]}
              none={t('demand.noAdditions')}
              about={{ demand: demand.id }}
            />
          )}
        </>
      )}
      {isOpen && (
        <section aria-label={t('demand.assign')}>
          <h3>{t('demand.assign')}</h3>
          <SearchBox kind="cadre" label={t('demand.assignWho')} onChoose={({ id }) => propose(assign(demand.id, id))} />
        </section>
      )}
      {duties.length > 0 && (
        <section aria-label={t('demand.people')}>
          <h3>{t('demand.people')}</h3>
          <People line={line} />
        </section>
      )}
    </>
  )
}

function People({ line }: { line: Line }) {
  const { select, board } = useScheduleView()
  return (
    <ul className="inline-links">
      {line.duties.map(({ cadre, demand }) => (
        <li key={cadre.id}>
          <button type="button" className="link" onClick={() => select({ demand: demand.id, cadre: cadre.id })}>
            {cadreName(board.facts.index, cadre.id)}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The other posts of the same team. */
function TeamPosts({ line }: { line: Line }) {
  const { t } = useTranslation('schedule')
  const { board, select } = useScheduleView()
  const { index, siteFacts } = board.facts
  const { demand } = line
  const own = siteFacts.get(demand.site)?.windows.find(({ window }) => window.id === demand.window)?.demands ?? []
  return own.length < 2 ? null : (
    <div className="team-posts" role="group" aria-label={t('demand.team')}>
      {own.map((each) => {
        const other = board.lines.get(each.id)!
        return (
          <button key={each.id} type="button" className="filter" aria-pressed={each.id === demand.id} onClick={() => select({ demand: each.id })}>
            {postName(index, each)}{' '}
            <span className={other.missing > 0 ? 'missing numbers' : 'quiet numbers'}>
              {other.duties.length}/{each.min}
              {other.missing > 0 && ' !'}
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** Why heads are missing in every schedule. */
function Certificate({ shortage }: { shortage: Shortage }) {
  const { t } = useTranslation('schedule')
  const { board, select } = useScheduleView()
  const { index } = board.facts
  const { demands, cadres, required, available, missing } = shortage
  return (
    <div className="certificate">
      <p>
        <strong>{t('shortage.proven', { count: missing })}</strong>{' '}
        {t(cadres.length === 0 ? 'shortage.nobody' : 'shortage.some', {
          count: demands.length, required, available, cadres: number(cadres.length),
        })}
      </p>
      <details>
        <summary>{t('shortage.demands', { count: demands.length })}</summary>
        <ul>
          {demands.slice(0, 100).map((id) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => select({ demand: id })}>
                {demandName(index, id)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {cadres.length > 0 && (
        <details>
          <summary>{t('shortage.cadres', { count: cadres.length, shown: number(cadres.length) })}</summary>
          <ul className="inline-links">
            {cadres.slice(0, 200).map((id) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => select({ cadre: id })}>
                  {cadreName(index, id)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** How many cadres are left after each rule; rules that stop no cadre are not listed. */
function Funnel({ why, isFull }: { why: DemandExplanation; isFull: boolean }) {
  const { t } = useTranslation('schedule')
  const { cadres, remaining } = why
  const steps = remaining
    .map((step, i) => ({ ...step, stopped: (remaining[i - 1]?.cadres ?? cadres) - step.cadres }))
    .filter((step) => step.stopped > 0)
  const left = remaining.at(-1)?.cadres ?? cadres
  return (
    <section aria-label={t('funnel.title')}>
      <h3>{t('funnel.title')}</h3>
      <table className="funnel numbers">
        <tbody>
          <tr>
            <th scope="row">{t('funnel.all')}</th>
            <td>{number(cadres)}</td>
            <td aria-hidden><span className="funnel-bar" style={{ width: '100%' }} /></td>
          </tr>
          {steps.map((step) => (
            <tr key={`${step.rule.level} ${step.rule.id}`}>
              <th scope="row">
                {inLanguage(step.rule.name)} <span className="quiet">{t('funnel.stops', { stopped: number(step.stopped) })}</span>
              </th>
              <td>{number(step.cadres)}</td>
              <td aria-hidden>
                <span className="funnel-bar" style={{ width: `${cadres === 0 ? 0 : (step.cadres / cadres) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{left === 0 ? t('funnel.none') : t(isFull ? 'funnel.instead' : 'funnel.left', { count: left, shown: number(left) })}</p>
    </section>
  )
}
