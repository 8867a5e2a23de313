import { skipToken, useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Effect, Violation } from '@/lib/api/types'
import { instant, number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { rulesQuery } from '@/lib/queries'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'
import { useScheduleView } from '../ScheduleContext'
import { cadreName, changeSentences, demandName, differenceWords, directionOf, DIRECTIONS } from '../words'
import { foresee } from './handApi'
import { signed } from './points'
import type { Hand, Proposal } from './useHand'

/** What changes would do to every goal, before they are done. */
export function ConfirmChanges({ hand }: { hand: Hand }) {
  const { proposal } = hand
  return proposal === undefined ? null : (
    <Confirmation key={JSON.stringify([proposal.act.changes, proposal.kind, proposal.theirs])} hand={hand} proposal={proposal} />
  )
}

function Confirmation({ hand, proposal }: { hand: Hand; proposal: Proposal }) {
  const { t } = useTranslation('schedule')
  const { board, plan, isOpen } = useScheduleView()
  const { index } = board.facts
  const [isMeant, setMeant] = useState(false)
  useFocusReturn()
  const { data: etag } = useQuery<string>({ queryKey: keys.planEtag(plan.id), queryFn: skipToken, staleTime: Infinity })
  const changes = proposal.kind === 'undo' ? proposal.act.back : proposal.act.changes
  const effect = useQuery({
    queryKey: keys.effect(plan.id, etag, changes),
    queryFn: ({ signal }) => foresee(plan.id, changes, signal),
    gcTime: 0,
    retry: false,
  })
  const broken = proposal.broken ?? effect.data?.broken ?? []
  return (
    <Modal
      open
      width={640}
      style={{ top: 48 }}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflowY: 'auto' } }}
      title={t(`hand.${proposal.kind}Title`)}
      okText={t(proposal.theirs === undefined ? 'hand.apply' : 'hand.applyOnTop')}
      cancelText={t('hand.cancel')}
      okButtonProps={{
        disabled: !isOpen || effect.data === undefined || (broken.length > 0 && !isMeant),
        danger: broken.length > 0,
      }}
      cancelButtonProps={{ autoFocus: true }}
      confirmLoading={hand.isBusy}
      onOk={() => void hand.send(proposal, broken.length > 0 && isMeant)}
      onCancel={hand.drop}
    >
      {proposal.theirs !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('hand.staleTitle')}
          description={
            <>
              <p>
                {t('hand.staleText')}
                {(proposal.by ?? []).map(({ actor, at }) => ` ${actor === ANONYMOUS ? t('hand.somebody') : actor} · ${instant(at)}`).join(t('comma'))}
              </p>
              <Sentences sentences={changeSentences(index, proposal.theirs, t)} />
            </>
          }
        />
      )}
      <section aria-label={t('hand.what')}>
        {proposal.theirs !== undefined && <h3>{t('hand.yours')}</h3>}
        <Sentences sentences={changeSentences(index, changes, t)} />
      </section>
      {effect.isPending && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {effect.error !== null && <ErrorNote error={effect.error} onRetry={() => void effect.refetch()} />}
      {proposal.error !== undefined && <ErrorNote error={proposal.error} />}
      {broken.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('hand.breaks', { count: broken.length })}
          description={
            <>
              <BrokenList broken={broken} />
              <Checkbox checked={isMeant} onChange={(event) => setMeant(event.target.checked)}>
                {t('hand.override')}
              </Checkbox>
            </>
          }
        />
      )}
      {effect.data !== undefined && <EffectTable effect={effect.data} />}
    </Modal>
  )
}

const SENTENCES_SHOWN = 12
/** What the service calls those who do not give their name. */
const ANONYMOUS = 'anonymous'

function Sentences({ sentences }: { sentences: string[] }) {
  const { t } = useTranslation('schedule')
  return (
    <ul className="sentences">
      {sentences.slice(0, SENTENCES_SHOWN).map((sentence, i) => (
        <li key={i}>{sentence}</li>
      ))}
      {sentences.length > SENTENCES_SHOWN && <li>{t('andMore', { count: sentences.length - SENTENCES_SHOWN })}</li>}
    </ul>
  )
}

function EffectTable({ effect }: { effect: Effect }) {
  const { t } = useTranslation('schedule')
  const { data: rules = [] } = useQuery(rulesQuery)
  const { before, after } = effect.score
  const difference = {
    hard: after.hard - before.hard, medium: after.medium - before.medium, soft: after.soft - before.soft,
  }
  const direction = directionOf(difference)
  return (
    <>
      <p className={`effect-sum ${direction}`}>
        {DIRECTIONS[direction]} <strong>{differenceWords(difference, t)}</strong>
      </p>
      {effect.rules.length === 0 ? (
        <p className="quiet">{t('hand.noEffect')}</p>
      ) : (
        <table className="effects numbers">
          <thead>
            <tr>
              <th scope="col">{t('effect.rule')}</th>
              <th scope="col">{t('effect.before')}</th>
              <th scope="col">{t('effect.after')}</th>
              <th scope="col">{t('effect.points')}</th>
            </tr>
          </thead>
          <tbody>
            {effect.rules.map((row) => {
              const rule = rules.find(({ id, level }) => id === row.rule && level === row.level)
              const points = row.pointsAfter - row.pointsBefore
              return (
                <tr key={`${row.level} ${row.rule}`}>
                  <th scope="row">
                    {rule === undefined ? row.rule : inLanguage(rule.name)}
                    {row.level === 'HARD' && <span className="tag-hard">{t('effect.mustKeep')}</span>}
                  </th>
                  <td>{number(row.quantityBefore)}</td>
                  <td>{number(row.quantityAfter)}</td>
                  <td className={points < 0 ? 'worse' : 'better'}>{signed(points)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}

function BrokenList({ broken }: { broken: Violation[] }) {
  const { t } = useTranslation('schedule')
  const { board } = useScheduleView()
  const { index } = board.facts
  const { data: rules = [] } = useQuery(rulesQuery)
  return (
    <ul className="sentences">
      {broken.slice(0, SENTENCES_SHOWN).map((each, i) => {
        const rule = rules.find(({ id, level }) => id === each.rule && level === 'HARD')
        const places = [
          each.cadre && cadreName(index, each.cadre),
          each.demand && demandName(index, each.demand),
          each.otherDemand && demandName(index, each.otherDemand),
          each.unit && (index.units.get(each.unit)?.name ?? each.unit),
          each.date,
        ].filter(Boolean)
        return (
          <li key={i}>
            <strong>{rule === undefined ? each.rule : inLanguage(rule.name)}</strong>
            {t('colon')}
            {places.join(' · ')}
            {each.amount !== undefined && <span className="quiet"> ({t('hand.amount', { amount: number(each.amount) })})</span>}
          </li>
        )
      })}
      {broken.length > SENTENCES_SHOWN && <li>{t('andMore', { count: broken.length - SENTENCES_SHOWN })}</li>}
    </ul>
  )
}
