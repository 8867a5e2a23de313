import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { told, api } from '@/lib/api/client'
import type { Plan, Schedule, Violation } from '@/lib/api/types'
import { planQuery, scheduleQuery } from '@/lib/queries'
import { applied, differences, done, inverse, NO_HISTORY, redone, undone, type Act, type Change, type History } from './changes'
import { change, type Effect } from './handApi'

/** Changes that wait for a planner's yes. */
export type Proposal = {
  act: Act
  kind: 'do' | 'undo' | 'redo'
  /** What somebody else changed meanwhile; undefined where nobody did. */
  theirs?: Change[]
  by?: { actor: string; at: string }[]
  /** What the service says would be broken. */
  broken?: Partial<Violation>[]
  error?: unknown
}

/** What was done to each plan since the page was loaded: it outlives a visit to another page. */
const histories = new Map<string, History>()

/** Changing a schedule by hand. */
export function useHand(plan: Plan, schedule: Schedule) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [history, setHistory] = useState<History>(() => histories.get(plan.id) ?? NO_HISTORY)
  const [proposal, setProposal] = useState<Proposal>()
  const [isBusy, setBusy] = useState(false)
  const { assignments } = schedule

  const remember = useCallback(
    (next: History) => {
      histories.set(plan.id, next)
      setHistory(next)
    },
    [plan.id],
  )

  const propose = useCallback(
    (changes: Change[]) => setProposal({ act: { changes, back: inverse(changes, assignments) }, kind: 'do' }),
    [assignments],
  )

  /** Shows what was done without reading the whole schedule again, then asks for the plan's new ETag. */
  const take = useCallback(
    async (changes: Change[], effect: Effect) => {
      const after = { ...schedule, score: effect.score.after, assignments: applied(assignments, changes) }
      for (const each of [plan, { ...plan, score: effect.score.after }]) {
        client.setQueryData(scheduleQuery(each).queryKey, after)
      }
      client.removeQueries({ queryKey: ['plans', plan.id, 'why'] })
      await client.invalidateQueries({ queryKey: planQuery(plan.id).queryKey, exact: true })
      void client.invalidateQueries({ queryKey: ['plans', plan.id, 'evaluation'] })
    },
    [client, plan, schedule, assignments],
  )

  /** Reads what somebody else made of the schedule, and shows it beside what was meant to be done. */
  const look = useCallback(
    async (waiting: Proposal, by: { actor: string; at: string }[]) => {
      const now = await told<Schedule>(api.GET('/api/v1/plans/{id}/schedule', { params: { path: { id: plan.id } } }))
      await client.invalidateQueries({ queryKey: planQuery(plan.id).queryKey, exact: true })
      const fresh = client.getQueryData<Plan>(['plans', plan.id]) ?? plan
      for (const each of [plan, fresh]) {
        client.setQueryData(scheduleQuery(each).queryKey, now)
      }
      client.removeQueries({ queryKey: ['plans', plan.id, 'why'] })
      const { changes, back } = waiting.act
      setProposal({
        ...waiting,
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
        const answer = await change(plan.id, changes, override, client.getQueryData<string>(['etags', plan.id]) ?? '*')
        if (answer.kind === 'stale') {
          await look(waiting, answer.by)
        } else if (answer.kind === 'broken') {
          setProposal({ ...waiting, broken: answer.broken })
        } else {
          await take(changes, answer.effect)
          remember(kind === 'do' ? done(history, act) : kind === 'undo' ? undone(history) : redone(history))
          setProposal(undefined)
          message.success(t(`hand.${kind}Done`))
        }
      } catch (error) {
        setProposal({ ...waiting, error })
      } finally {
        setBusy(false)
      }
    },
    [plan.id, client, look, take, remember, history, message, t],
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
