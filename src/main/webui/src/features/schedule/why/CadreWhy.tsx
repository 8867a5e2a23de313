import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import type { Alternative, Cadre } from '@/lib/api/types'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { whyCadreQuery } from '@/lib/whyQueries'
import { useScheduleView } from '../ScheduleContext'
import { Alternatives } from './Alternatives'
import { DutyLinks } from './DutyWhyView'
import { PersonHead } from './Person'

/** What a cadre does, or why they are not used. */
export function CadreWhy({ cadre }: { cadre: Cadre }) {
  const { t } = useTranslation('schedule')
  const { board, plan, pick, isOpen } = useScheduleView()
  const load = board.loads.get(cadre.id)
  const why = useQuery(whyCadreQuery(plan, cadre.id))
  return (
    <>
      <PersonHead cadre={cadre} />
      {isOpen && (
        <div className="actions" role="group" aria-label={t('actions.label')}>
          <Button onClick={() => pick({ cadre: cadre.id })}>{t('actions.assign')}</Button>
        </div>
      )}
      {load !== undefined && (
        <section aria-label={t('why.duties')}>
          <h3>{t('why.duties')}</h3>
          <DutyLinks duties={load.duties} />
        </section>
      )}
      {why.isPending && <Skeleton active />}
      {why.error !== null && <ErrorNote error={why.error} onRetry={() => void why.refetch()} />}
      {why.data !== undefined && (
        <>
          {load === undefined && <WhyNot cadre={cadre} further={why.data.further as Alternative[]} />}
          <Alternatives title={t('why.further')} alternatives={why.data.further as Alternative[]} none={t('why.noFurther')} about={{ cadre: cadre.id }} />
        </>
      )}
    </>
  )
}

/** In one or two sentences: which rule keeps them from serving, or what serving would cost. */
function WhyNot({ cadre, further }: { cadre: Cadre; further: Alternative[] }) {
  const { t } = useTranslation('schedule')
  const { board } = useScheduleView()
  const best = further.find((each) => each.obstacle == null)
  const obstacles = [...new Set(further.flatMap((each) => (each.obstacle == null ? [] : [inLanguage(each.obstacle.name)])))]
  const away = (cadre.availability ?? []).filter((each) => each.kind === 'UNAVAILABLE')
  return (
    <section aria-label={t('why.notUsed')}>
      <h3>{t('why.notUsed')}</h3>
      <ul className="sentences">
        <li>
          {best === undefined
            ? t(obstacles.length > 0 ? 'whyNot.forbidden' : 'whyNot.nowhere', { rules: obstacles.join(t('comma')) })
            : whatUsingBrings(best, t)}
        </li>
        {board.missing === 0 && <li>{t('whyNot.noneMissing')}</li>}
        {away.length > 0 && (
          <li>
            {t('whyNot.away', {
              count: away.length, from: away[0]!.start.replace('T', ' '), to: away[0]!.end.replace('T', ' '),
            })}
          </li>
        )}
        {cadre.lastServiceDay !== undefined && <li>{t('whyNot.lastDay', { day: cadre.lastServiceDay })}</li>}
      </ul>
    </section>
  )
}

function whatUsingBrings({ difference: { medium, soft } }: Alternative, t: TFunction): string {
  if (medium > 0) {
    return t('whyNot.betterCover')
  }
  if (medium < 0) {
    return t('whyNot.worseCover')
  }
  return soft === 0 ? t('whyNot.same') : t(soft > 0 ? 'whyNot.better' : 'whyNot.worse', { points: number(Math.abs(soft)) })
}
