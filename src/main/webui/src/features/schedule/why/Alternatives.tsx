import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/lib/i18n'
import type { Alternative } from '@/lib/api/types'
import { useScheduleView } from '../ScheduleContext'
import { alternativeSentences, changesOf, differenceWords, directionOf, DIRECTIONS } from '../words'

type About = { cadre?: string; demand?: string }

/** What could be done instead: first what may be done, then what looks better but breaks a rule. */
export function Alternatives({ title, alternatives, none, about = {} }: {
  title: string
  alternatives: Alternative[]
  none: string
  about?: About
}) {
  const { t } = useTranslation('schedule')
  const allowed = alternatives.filter((each) => each.obstacle == null)
  const forbidden = alternatives.filter((each) => each.obstacle != null)
  return (
    <>
      <section aria-label={title}>
        <h3>{title}</h3>
        {allowed.length === 0 ? <p className="quiet">{none}</p> : <List alternatives={allowed} about={about} />}
      </section>
      {forbidden.length > 0 && (
        <section aria-label={t('why.forbidden')}>
          <h3>{t('why.forbidden')}</h3>
          <List alternatives={forbidden} about={about} />
        </section>
      )}
    </>
  )
}

function List({ alternatives, about }: { alternatives: Alternative[]; about: About }) {
  const { t } = useTranslation('schedule')
  const { board, propose, isOpen } = useScheduleView()
  return (
    <ul className="alternatives">
      {alternatives.map((alternative, i) => {
        const direction = directionOf({ ...alternative.difference, hard: 0 })
        const sentences = alternativeSentences(board.facts.index, alternative, about, t)
        return (
          <li key={i}>
            <p>
              <span className="kind">{t(`alternative.${alternative.kind}`)}</span> {sentences.join(t('semicolon'))}
            </p>
            <p className="numbers alternative-sum">
              <span className={direction}>
                {DIRECTIONS[direction]} {differenceWords(alternative.difference, t)}
              </span>
              {alternative.obstacle != null && (
                <span className="worse">✕ {t('why.breaks', { rule: inLanguage(alternative.obstacle.name) })}</span>
              )}
              {isOpen && (
                <Button size="small" onClick={() => propose(changesOf(alternative))} aria-label={`${t('why.see')}: ${sentences.join(t('semicolon'))}`}>
                  {t('why.see')}
                </Button>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
