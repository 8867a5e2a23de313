import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rule } from '@/lib/api/types'
import { inLanguage } from '@/lib/i18n'
import { exchangeRate } from './GoalSlider'
import { TRAVEL, type Weights } from './goals'

type Props = { goals: Rule[]; usual: Weights; weights: Weights; onWeigh: (goal: string, weight: number) => void }

/** The weights as numbers, for those who know what they do. */
export function WeightTable({ goals, usual, weights, onWeigh }: Props) {
  const { t } = useTranslation('solve')
  return (
    <table className="weights">
      <tbody>
        {goals.map((goal) => (
          <tr key={goal.id}>
            <th scope="row">
              <label htmlFor={`weight-${goal.id}`}>{inLanguage(goal.name)}</label>
            </th>
            <td>
              <InputNumber
                id={`weight-${goal.id}`}
                size="small"
                min={0}
                max={100_000}
                precision={0}
                value={weights[goal.id] ?? 0}
                onChange={(value) => onWeigh(goal.id, value ?? usual[goal.id] ?? 0)}
              />
            </td>
            <td className="quiet">{goal.id === TRAVEL ? inLanguage(goal.text) : exchangeRate(goal, weights, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
