import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { told, api } from '@/lib/api/client'
import type { Effect, Plan, Schedule, Violation } from '@/lib/api/types'
import { etagOf, planQuery, scheduleQuery } from '@/lib/queries'
import { applied, differences, done, inverse, redone, undone, type Act, type Change } from './changes'
import { change } from './handApi'
import { useHistory } from './HistoryContext'

/** Changes that wait for a planner's yes. */
export type Proposal = {
  act: Act
  kind: 'do' | 'undo' | 'redo'
  /** What others changed meanwhile; undefined where they changed nothing. */
  theirs?: Change[]
  by?: { actor: string; at: string }[]
  /** What the service says would be broken. */
  broken?: Violation[]
  error?: unknown
}

/** Changing a schedule by hand. */
export function useHand(plan: Plan, schedule: Schedule) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [history, remember] = useHistory(plan.id)
  const [proposal, setProposal] = useState<Proposal>()
  const [isBusy, setBusy] = useState(false)
  const { assignments } = schedule

  /** How often the schedule was changed as far as its reader knows. */
  const known = useRef(plan.changedByHand)
  useEffect(() => {
    if (plan.changedByHand > known.current) {
      message.info(t('hand.changedElsewhere'))
    }
    known.current = plan.changedByHand
  }, [plan.changedByHand, message, t])

  const propose = useCallback(
    (changes: Change[]) => setProposal({ act: { changes, back: inverse(changes, assignments) }, kind: 'do' }),
    [assignments],
  )

  /** Shows what was done without reading the whole schedule again, then asks for the plan's new ETag. */
  const take = useCallback(
    async (changes: Change[], effect: Effect) => {
      const after = { ...schedule, score: effect.score.after, assignments: applied(assignments, changes) }
      const next = { ...plan, score: effect.score.after, changedByHand: plan.changedByHand + 1 }
      for (const each of [plan, next]) {
        client.setQueryData(scheduleQuery(each).queryKey, after)
      }
      known.current = next.changedByHand
      await client.invalidateQueries({ queryKey: planQuery(plan.id).queryKey, exact: true })
    },
    [client, plan, schedule, assignments],
  )

  /** Reads what others made of the schedule, and shows it beside what was meant to be done. */
  const look = useCallback(
    async (waiting: Proposal, by: { actor: string; at: string }[]) => {
      known.current = Infinity // the dialog says it
      const now = await told<Schedule>(api.GET('/api/v1/plans/{id}/schedule', { params: { path: { id: plan.id } } }))
      await client.invalidateQueries({ queryKey: planQuery(plan.id).queryKey, exact: true })
      const fresh = client.getQueryData<Plan>(planQuery(plan.id).queryKey) ?? plan
      for (const each of [plan, fresh]) {
        client.setQueryData(scheduleQuery(each).queryKey, now)
      }
      const { changes, back } = waiting.act
      setProposal({
        kind: waiting.kind,
        act: { changes, back: waiting.kind === 'do' ? inverse(changes, now.assignments) : back },
        theirs: differences(assignments, now.assignments),
        by,
      })
    },
    [client, plan, assignments],
  )

  const send = useCallback(
    async (waiting: Proposal, override: boolean) => {
      const { act, kind } = waiting
      const changes = kind === 'undo' ? act.back : act.changes
      setBusy(true)
      try {
        const answer = await change(plan.id, changes, override, await etagOf(client, plan.id))
        if (answer.kind === 'stale') {
          await look(waiting, answer.by)
        } else if (answer.kind === 'broken') {
          setProposal({ ...waiting, broken: answer.broken })
        } else {
          await take(changes, answer.effect)
          const whole = { changes, back: inverse(changes, assignments) } // of what stood when it was done
          remember(kind === 'do' ? done(history, whole) : kind === 'undo' ? undone(history) : redone(history))
          setProposal((now) => (now === waiting ? undefined : now))
          message.success(t(`hand.${kind}Done`))
        }
      } catch (error) {
        setProposal({ ...waiting, error })
      } finally {
        setBusy(false)
      }
    },
    [plan.id, client, look, take, remember, history, assignments, message, t],
  )

  return useMemo(
    () => ({
      plan, proposal, isBusy, propose, send,
      drop: () => setProposal(undefined),
      canUndo: history.done.length > 0,
      canRedo: history.undone.length > 0,
      undo: () => {
        const act = history.done.at(-1)
        return act && send({ act, kind: 'undo' }, false)
      },
      redo: () => {
        const act = history.undone.at(-1)
        return act && send({ act, kind: 'redo' }, false)
      },
    }),
    [plan, proposal, isBusy, propose, send, history],
  )
}

export type Hand = ReturnType<typeof useHand>
