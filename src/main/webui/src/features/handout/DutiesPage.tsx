import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { api, told } from '@/lib/api/client'
import { ApiError } from '@/lib/api/errors'
import { clock, day, instant, spokenMinutes } from '@/lib/format'
import { chooseLanguage } from '@/lib/i18n'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { daysUntil, geoLink, isOver, localTime, minutesBefore, type Card, type CardDuty } from './card'
import './duties.css'

/** Null where the link shows nothing. */
async function fetchCard(token: string): Promise<Card | null> {
  try {
    return await told<Card>(
      api.GET('/api/v1/duty-cards/{token}', { params: { path: { token } }, referrerPolicy: 'no-referrer' }),
    )
  } catch (refusal) {
    if (refusal instanceof ApiError && refusal.status === 404) {
      return null
    }
    throw refusal
  }
}

/** A cadre's own duties, on their phone: nothing of the planner's page is around it. */
export function Component() {
  const { t, i18n } = useTranslation('handout')
  const { token = '' } = useParams()
  const { data: card, error, isPending, refetch } = useQuery({ queryKey: keys.dutyCard(token), queryFn: () => fetchCard(token) })
  const isChinese = i18n.language !== 'en'
  const title = card ? t('card.title', { name: card.name }) : t('card.untitled')
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="duties">
      <header>
        <span>{t('brand')}</span>
        <button type="button" lang={isChinese ? 'en' : 'zh-CN'} onClick={() => void chooseLanguage(isChinese ? 'en' : 'zh-CN')}>
          {isChinese ? 'English' : '中文'}
        </button>
      </header>
      <main>
        {error !== null && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {card === undefined ? (
          isPending && error === null && <Loading />
        ) : card === null ? (
          <section className="duties-note">
            <h1>{t('card.unknown')}</h1>
            <p>{t('card.unknownText')}</p>
          </section>
        ) : (
          <Duties card={card} token={token} />
        )}
      </main>
    </div>
  )
}

function Duties({ card, token }: { card: Card; token: string }) {
  const { t } = useTranslation('handout')
  const now = localTime(useNow(), card.timeZone)
  const asOf = card.changed ?? card.ended
  const past = card.duties.filter(({ end }) => end.slice(0, 16) <= now)
  const coming = card.duties.filter(({ end }) => end.slice(0, 16) > now)
  const standing = coming.filter((duty) => !isOver(duty))
  return (
    <>
      <h1>{card.name}</h1>
      <p className="duties-unit">{card.unit}</p>
      {card.standing && card.standing !== 'PUBLISHED' && (
        <p role="status" className={`duties-standing${card.standing === 'WITHDRAWN' ? ' urgent' : ''}`}>
          {t(`card.standing.${card.standing}`)}
        </p>
      )}
      {card.duties.length === 0 ? (
        <section className="duties-note">
          <p>{t('card.none')}</p>
        </section>
      ) : (
        <>
          <h2>{t('card.coming', { count: standing.length })}</h2>
          {standing.length === 0 && <p>{t('card.noneComing')}</p>}
          <ol>
            {coming.map((duty) => <DutyCard key={`${duty.start} ${duty.site} ${duty.post}`} duty={duty} now={now} isNext={duty === standing[0]} />)}
          </ol>
          <a className="duties-calendar" href={`/api/v1/duty-cards/${encodeURIComponent(token)}/calendar`} download>
            {t('card.calendar')}
          </a>
          {past.length > 0 && (
            <details>
              <summary>{t('card.past', { count: past.length })}</summary>
              <ol>
                {past.map((duty) => <DutyCard key={`${duty.start} ${duty.site} ${duty.post}`} duty={duty} now={now} isNext={false} />)}
              </ol>
            </details>
          )}
        </>
      )}
      <p className="duties-foot">
        {t('card.foot', { zone: card.timeZone })}
        {asOf && <> {t('madeOn', { when: instant(asOf) })}</>}
      </p>
    </>
  )
}

const MINUTE = 60_000

/** The time, by the minute and as soon as the phone is looked at again. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const look = () => setNow(new Date())
    const timer = setInterval(look, MINUTE)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}

function DutyCard({ duty, now, isNext }: { duty: CardDuty; now: string; isNext: boolean }) {
  const { t } = useTranslation('handout')
  const { start, end, site, subdistrict, community, post, travelMinutes } = duty
  const days = daysUntil(start, now)
  const isPast = end.slice(0, 16) <= now
  const map = geoLink(duty)
  const isNow = !isPast && start.slice(0, 16) <= now
  const soon = isNow ? t('card.now') : days === 0 && !isPast ? t('card.today') : days === 1 ? t('card.tomorrow') : undefined
  return (
    <li className={isNext ? 'duty next' : 'duty'}>
      <p className="duty-day">
        {day(start)}
        {isOver(duty) ? <strong>{t(`card.over.${duty.standing ?? ''}`)}</strong> : soon !== undefined && <strong>{soon}</strong>}
      </p>
      <p className="duty-time">
        <time dateTime={start}>{clock(start)}</time>
        <span aria-label={t('card.to')}>–</span>
        <time dateTime={end}>{clock(end)}</time>
        {end.slice(0, 10) !== start.slice(0, 10) && <span className="duty-next-day">{day(end)}</span>}
      </p>
      <dl>
        <div>
          <dt>{t('site')}</dt>
          <dd>
            <b>{site}</b>
            <span>{[subdistrict, community].filter(Boolean).join(' · ')}</span>
          </dd>
        </div>
        <div>
          <dt>{t('post')}</dt>
          <dd><b>{post}</b></dd>
        </div>
        {travelMinutes > 0 && (
          <div>
            <dt>{t('card.way')}</dt>
            <dd>{t('card.leave', { minutes: spokenMinutes(travelMinutes), at: clock(minutesBefore(start, travelMinutes)) })}</dd>
          </div>
        )}
      </dl>
      {map !== undefined && <a className="duty-map" href={map} aria-label={t('card.mapOf', { site })}>{t('card.map')}</a>}
    </li>
  )
}
