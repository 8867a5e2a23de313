import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Collapse, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import type { District, Plan, Publication, Round, RoundPlanRequest, Rule } from '@/lib/api/types'
import { day, spokenSeconds } from '@/lib/format'
import { districtQuery, publicationsQuery, roundsQuery, rulesQuery } from '@/lib/queries'
import { keys } from '@/lib/queryKeys'
import { standsFor } from '@/lib/standsFor'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { changedWeights, furtherGoals, plainGoals, usualWeights, type Weights } from './goals'
import { GoalSlider } from './GoalSlider'
import { WeightTable } from './WeightTable'
import './solve.css'

const TIME_LIMITS = [10, 60, 300, 1800]
const USUAL_TIME_LIMIT = 60

/** Plans rounds of a district: one button, and what may be said before it is pressed. */
export function Component() {
  const { district = '' } = useParams()
  const [search] = useSearchParams()
  const view = useQuery(districtQuery(district))
  const rounds = useQuery(roundsQuery(district))
  const publications = useQuery(publicationsQuery(district))
  const rules = useQuery(rulesQuery)
  const queries = [view, rounds, publications, rules]
  const failed = queries.find(({ data, error }) => error !== null && data === undefined)
  if (failed !== undefined) {
    return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
  }
  if (!view.data || !rounds.data || !publications.data || !rules.data) {
    return <Loading />
  }
  const asked = search.get('rounds')?.split(',').filter(Boolean) ?? []
  return (
    <SolveForm
      district={view.data.district}
      rounds={rounds.data}
      rules={rules.data}
      chosen={asked.length > 0 ? asked : firstToPlan(rounds.data, publications.data)}
    />
  )
}

/** The first round that is not published; the last one where all are. */
function firstToPlan(rounds: Round[], publications: Publication[]): string[] {
  const first = rounds.find((round) => !publications.some((each) => standsFor(each, round))) ?? rounds.at(-1)
  return first === undefined ? [] : [first.id]
}

function SolveForm({ district, rounds, rules, chosen }: { district: District; rounds: Round[]; rules: Rule[]; chosen: string[] }) {
  const { t } = useTranslation('solve')
  const navigate = useNavigate()
  const client = useQueryClient()
  const ofDistrict = district.weights as Weights | undefined
  const usual = usualWeights(rules, ofDistrict)
  const [names, setNames] = useState(chosen)
  const [title, setTitle] = useState('')
  const [seconds, setSeconds] = useState(USUAL_TIME_LIMIT)
  const [weights, setWeights] = useState(usual)
  const [key, setKey] = useState(newIdempotencyKey)
  const weigh = (goal: string, weight: number) => setWeights({ ...weights, [goal]: weight })

  const solve = useMutation({
    mutationFn: () => {
      const shownNames = rounds.filter(({ id }) => names.includes(id)).map((round) => round.name ?? round.id)
      const body: RoundPlanRequest = {
        name: title.trim() || `${district.name ?? district.id} · ${shownNames.join(t('comma'))}`.slice(0, 200),
        rounds: names,
        weights: changedWeights(weights, usual, ofDistrict),
        options: { timeLimit: `PT${seconds}S` },
      }
      return told<Plan>(
        api.POST('/api/v1/districts/{district}/plans', {
          params: { path: { district: district.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      )
    },
    onSuccess: async (plan) => {
      void client.invalidateQueries({ queryKey: keys.plans })
      await navigate(`/plans/${plan.id}`)
    },
    onError: () => setKey(newIdempotencyKey()), // the next try says something else, perhaps
  })

  if (rounds.length === 0) {
    return <p>{t('noRounds')}</p>
  }
  return (
    <Form layout="vertical" className="solve" onFinish={() => solve.mutate()}>
      <section className="solve-main" aria-labelledby="solve-what">
        <h2 id="solve-what">{t('what')}</h2>
        <fieldset>
          <legend>{t('rounds')}</legend>
          <Checkbox.Group
            value={names}
            onChange={(values) => setNames(values as string[])}
            options={rounds.map((round) => ({ value: round.id, label: `${round.name ?? round.id} · ${day(round.date)}` }))}
          />
        </fieldset>
        <fieldset>
          <legend id="time-limit">{t('timeLimit')}</legend>
          <Segmented
            name="time-limit"
            aria-labelledby="time-limit"
            value={seconds}
            onChange={setSeconds}
            options={TIME_LIMITS.map((limit) => ({ value: limit, label: spokenSeconds(limit) }))}
          />
          <p className="quiet hint">{t('timeLimitHint')}</p>
        </fieldset>
        <Form.Item label={t('name')} htmlFor="plan-name">
          <Input id="plan-name" value={title} maxLength={200} placeholder={t('nameHint')} onChange={(event) => setTitle(event.target.value)} />
        </Form.Item>
        {solve.error !== null && <ErrorNote error={solve.error} />}
        <Button type="primary" size="large" htmlType="submit" block loading={solve.isPending} disabled={names.length === 0}>
          {t('start')}
        </Button>
        <p className="quiet hint">{names.length === 0 ? t('chooseRound') : t('startHint')}</p>
      </section>
      <section className="solve-goals" aria-labelledby="solve-goals">
        <h2 id="solve-goals">{t('goals')}</h2>
        <p className="quiet">{t('goalsHint')}</p>
        {plainGoals(rules).map((goal) => (
          <GoalSlider key={goal.id} goal={goal} usual={usual[goal.id] ?? 0} weights={weights} onWeigh={weigh} />
        ))}
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'further',
              label: t('further'),
              children: <WeightTable goals={furtherGoals(rules)} usual={usual} weights={weights} onWeigh={weigh} />,
            },
          ]}
        />
        <Button size="small" onClick={() => setWeights(usual)} disabled={changedWeights(weights, usual, ofDistrict) === undefined}>
          {t('reset')}
        </Button>
      </section>
    </Form>
  )
}
