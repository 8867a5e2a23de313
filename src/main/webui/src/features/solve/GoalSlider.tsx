import { Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rule } from '@/lib/api/types'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { minutesOfTravel, stepOf, stepsOf, STEPS, USUAL_STEP, weightAt, type Weights } from './goals'

type Props = { goal: Rule; usual: number; weights: Weights; onWeigh: (goal: string, weight: number) => void }

/** How much a goal matters, and what that means in minutes of travel. */
export function GoalSlider({ goal, usual, weights, onWeigh }: Props) {
  const { t } = useTranslation('solve')
  const step = stepOf(weights[goal.id] ?? 0, usual)
  const rate = exchangeRate(goal, weights, t)
  return (
    <div className="goal">
      <span className="goal-name" title={inLanguage(goal.text)}>
        {inLanguage(goal.name)}
      </span>
      <Slider
        min={0}
        max={STEPS.length - 1}
        step={null}
        value={step}
        marks={Object.fromEntries(stepsOf(usual).map((each) => [each, each === USUAL_STEP ? <span className="usual" /> : ' ']))}
        included={false}
        tooltip={{ formatter: (value) => t(`steps.${value ?? 0}`) }}
        onChange={(value) => onWeigh(goal.id, weightAt(STEPS[value] ?? 1, usual))}
        ariaLabelForHandle={inLanguage(goal.name)}
        ariaValueTextFormatterForHandle={(value) => `${t(`steps.${value}`)}, ${rate}`}
      />
      <span className="goal-step">{t(`steps.${step}`)}</span>
      <span className="goal-rate">{rate}</span>
    </div>
  )
}

type Translate = (key: string, values?: object) => string

/** "One more unit in a team counts like 5 minutes of travel." */
export function exchangeRate(goal: Rule, weights: Weights, t: unknown): string {
  const say = t as Translate
  const minutes = minutesOfTravel(goal, weights)
  const unit = say(`units.${goal.id}`)
  if (weights[goal.id] === 0) {
    return say('countsNothing', { unit })
  }
  return minutes === null ? say('travelCountsNothing', { unit }) : say('countsLike', { unit, minutes: number(minutes, 1) })
}
