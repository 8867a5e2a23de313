import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Deployment, Plan } from '@/lib/api/types'
import { instant, number } from '@/lib/format'
import { deploymentQuery, hasEnded, publicationsQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { WithdrawDialog } from '@/lib/ui/WithdrawDialog'
import { PublishDialog } from './PublishDialog'

/** What is published for the rounds of a plan; the plan is published, and withdrawn. */
export function Publishing({ plan, district }: { plan: Plan; district: string }) {
  const { t } = useTranslation('handout')
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null)
  const { data: publications, error } = useQuery(publicationsQuery(district))
  const { data: deployment } = useQuery(deploymentQuery(plan))
  const current = publications?.find((publication) => publication.standing.some(({ round }) => plan.rounds.includes(round)))
  const isPublished = current?.plan === plan.id
  const isChanged = isPublished && plan.changed !== null && plan.changed > current.published
  const isReady = hasEnded(plan) && plan.score?.hard === 0
  return (
    <section className="hand-card" aria-labelledby="publishing">
      <h2 id="publishing">{t('publishing')}</h2>
      {error !== null ? (
        <ErrorNote error={error} />
      ) : (
        <p>
          {current === undefined
            ? t('standsNothing')
            : isPublished
              ? t('standsThis', { when: instant(current.published), duties: number(current.duties) })
              : t('standsOther', { when: instant(current.published), duties: number(current.duties) })}
          {current !== undefined && !isPublished && <> <Link to={`/plans/${current.plan}/handout`}>{t('showOther')}</Link></>}
        </p>
      )}
      {isChanged && <p className="missing">{t('changedSince', { when: instant(plan.changed ?? '') })}</p>}
      <Flex gap={8} wrap>
        <Button type={isPublished && !isChanged ? 'default' : 'primary'} disabled={!isReady} onClick={() => setOpen('publish')}>
          {t(isPublished ? 'publishAgain' : 'publish')}
        </Button>
        {isPublished && <Button danger onClick={() => setOpen('withdraw')}>{t('withdraw.button')}</Button>}
      </Flex>
      {!isReady && <p className="quiet">{t('notReady')}</p>}
      {open === 'publish' && (
        <PublishDialog
          plan={plan}
          district={district}
          missing={deployment === undefined ? 0 : headsMissing(deployment)}
          isFirst={current === undefined}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'withdraw' && (
        <WithdrawDialog district={district} target={{ plan: plan.id }} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

/** Required heads that are not there. */
export function headsMissing({ unfilled }: Deployment): number {
  return unfilled.reduce((sum, site) => sum + site.missing, 0)
}
