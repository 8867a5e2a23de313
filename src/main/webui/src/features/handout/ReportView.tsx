import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import { ApiError } from '@/lib/api/errors'
import type { Deployment, Plan, Publication } from '@/lib/api/types'
import { CSV, download, XLSX } from '@/lib/files'
import { instant, number, percent } from '@/lib/format'
import { deploymentQuery, hasEnded, publicationsQuery } from '@/lib/queries'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'

type Unit = Omit<Deployment['units'][number], 'people'> & { people: Omit<Deployment['everybody'], 'share'> & { share: number | null } }

/** The schedule as a whole: publish it, take it along, and how many people it deploys. */
export function ReportView({ plan }: { plan: Plan }) {
  return (
    <>
      <div className="hand-cards">
        {plan.district !== null && <Publishing plan={plan} district={plan.district} />}
        <Files plan={plan} />
      </div>
      <Report plan={plan} />
    </>
  )
}

function Publishing({ plan, district }: { plan: Plan; district: string }) {
  const { t } = useTranslation('handout')
  const { message } = App.useApp()
  const client = useQueryClient()
  /** Null unless the reader is asked; a key for each time, so that publishing again is not answered from before. */
  const [key, setKey] = useState<string | null>(null)
  const { data: publications, error } = useQuery(publicationsQuery(district))
  const { data: deployment } = useQuery(deploymentQuery(plan))
  const missing = deployment === undefined ? 0 : headsMissing(deployment)
  const standing = publications?.find((publication) => publication.standing.some(({ round }) => plan.rounds.includes(round)))
  const isStanding = standing?.plan === plan.id
  const isChanged = isStanding && plan.changed !== null && plan.changed > standing.published
  const publish = useMutation({
    mutationFn: (despiteChanges: boolean) =>
      told<Publication>(
        api.POST('/api/v1/districts/{district}/plans/{plan}/publication', {
          params: {
            path: { district, plan: plan.id },
            query: despiteChanges ? { despiteChanges } : {},
            header: { 'Idempotency-Key': despiteChanges ? newIdempotencyKey() : key ?? undefined },
          },
        }),
      ),
    onSuccess: ({ duties }) => {
      setKey(null)
      message.success(t('published', { duties: number(duties) }))
      void client.invalidateQueries({ queryKey: ['districts', district, 'publications'] })
      void client.invalidateQueries({ queryKey: ['duties'] })
    },
  })
  const isOutdated = publish.error instanceof ApiError && publish.error.status === 409 && publish.error.faults.length > 0
  const isReady = hasEnded(plan) && plan.score?.hard === 0
  return (
    <section className="hand-card" aria-labelledby="publishing">
      <h2 id="publishing">{t('publishing')}</h2>
      {error !== null ? (
        <ErrorNote error={error} />
      ) : (
        <p>
          {standing === undefined
            ? t('standsNothing')
            : isStanding
              ? t('standsThis', { when: instant(standing.published), duties: number(standing.duties) })
              : t('standsOther', { when: instant(standing.published), duties: number(standing.duties) })}
          {standing !== undefined && !isStanding && <> <Link to={`/plans/${standing.plan}/handout`}>{t('showOther')}</Link></>}
        </p>
      )}
      {isChanged && <p className="missing">{t('changedSince', { when: instant(plan.changed ?? '') })}</p>}
      <Button type={isStanding && !isChanged ? 'default' : 'primary'} disabled={!isReady} onClick={() => setKey(newIdempotencyKey())}>
        {t(isStanding ? 'publishAgain' : 'publish')}
      </Button>
      {!isReady && <p className="quiet">{t('notReady')}</p>}
      <Modal
        open={key !== null}
        title={t('publishTitle')}
        okText={t('publish')}
        cancelText={t('cancel')}
        confirmLoading={publish.isPending}
        onOk={() => publish.mutate(false)}
        onCancel={() => {
          setKey(null)
          publish.reset()
        }}
      >
        <p>{t('means')}</p>
        <ul className="faults">
          <li>{t(standing === undefined ? 'meansFirst' : 'meansInstead')}</li>
          <li>{t('meansServed')}</li>
          <li>{t('meansCost')}</li>
        </ul>
        {missing > 0 && (
          <Alert type="warning" showIcon title={t('missingHeads', { count: missing })} style={{ marginBottom: 8 }} />
        )}
        {publish.error !== null && <ErrorNote error={publish.error} />}
        {isOutdated && (
          <>
            <p>{t('outdated')}</p>
            <Button danger loading={publish.isPending} onClick={() => publish.mutate(true)}>
              {t('publishAnyway')}
            </Button>
          </>
        )}
      </Modal>
    </section>
  )
}

function Files({ plan }: { plan: Plan }) {
  const { t } = useTranslation('handout')
  const base = `/api/v1/plans/${plan.id}`
  const files: [string, string, string, string][] = [
    ['workbook', `${base}/schedule`, XLSX, 'schedule.xlsx'],
    ['scheduleCsv', `${base}/schedule`, CSV, 'schedule.csv'],
    ['unitsCsv', `${base}/deployment?table=units`, CSV, 'deployment-units.csv'],
    ['cadresCsv', `${base}/deployment?table=cadres`, CSV, 'deployment-cadres.csv'],
  ]
  return (
    <section className="hand-card" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <ul className="hand-files">
        {files.map(([word, path, type, name]) => (
          <li key={word}>
            <FileButton path={path} type={type} name={name} text={t(`${word}.name`)} />
            <span className="quiet">{t(`${word}.text`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A file that the service makes when it is asked for. */
export function FileButton({ path, type, name, text, label }: { path: string; type: string; name: string; text: string; label?: string }) {
  const { message } = App.useApp()
  const [isLoading, setLoading] = useState(false)
  const take = async () => {
    setLoading(true)
    try {
      await download(path, type, name)
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button size="small" icon={<DownloadOutlined />} loading={isLoading} aria-label={label} onClick={() => void take()}>
      {text}
    </Button>
  )
}

function Report({ plan }: { plan: Plan }) {
  const { t } = useTranslation('handout')
  const { data, error, refetch } = useQuery(deploymentQuery(plan))
  if (error !== null) {
    return <ErrorNote error={error} onRetry={() => void refetch()} />
  }
  if (data === undefined) {
    return <Loading />
  }
  const figures: [string, string, string][] = [
    [t('everybody'), number(data.everybody.deployed), t('ofStaff', { share: share(data.everybody.share), staff: number(data.everybody.staff) })],
    [t('own'), number(data.own.deployed), t('ofStaff', { share: share(data.own.share), staff: number(data.own.staff) })],
    [t('gini'), data.minutesAfter.gini.toFixed(3), t('giniBefore', { before: data.minutesBefore.gini.toFixed(3) })],
    [t('unfilled'), number(headsMissing(data)), t('unfilledSites', { count: data.unfilled.length })],
  ]
  return (
    <section aria-labelledby="deployment">
      <h2 id="deployment" className="hand-title">{t('deployment')}</h2>
      <dl className="hand-figures">
        {figures.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className="quiet">{note}</dd>
          </div>
        ))}
      </dl>
      {data.unfilled.length > 0 && (
        <details className="hand-unfilled">
          <summary>{t('unfilledWhere')}</summary>
          <ul className="faults">
            {data.unfilled.slice(0, 200).map((site) => (
              <li key={site.site}>
                {site.name ?? site.site}: <span className="missing">{t('missing', { count: site.missing })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Table<Unit>
        size="small"
        rowKey="unit"
        virtual
        pagination={false}
        scroll={{ y: 420, x: 900 }}
        dataSource={data.units}
        columns={[
          { title: t('unit'), key: 'name', width: 260, render: (_, unit) => unit.name ?? unit.unit, sorter: (a, b) => (a.name ?? a.unit).localeCompare(b.name ?? b.unit, 'zh-CN') },
          { title: t('level'), key: 'level', width: 110, render: (_, unit) => (unit.level === null ? '' : t(`levels.${unit.level}`)), sorter: (a, b) => (a.level ?? '').localeCompare(b.level ?? '') },
          { title: t('staff'), key: 'staff', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.staff), sorter: (a, b) => a.people.staff - b.people.staff },
          { title: t('listed'), key: 'cadres', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.cadres), sorter: (a, b) => a.people.cadres - b.people.cadres },
          { title: t('deployed'), key: 'deployed', width: 100, align: 'right', className: 'numbers', render: (_, unit) => number(unit.people.deployed), sorter: (a, b) => a.people.deployed - b.people.deployed },
          {
            title: t('share'), key: 'share', width: 200, align: 'right', className: 'numbers',
            render: (_, unit) => (
              <span className="share-bar">
                <span aria-hidden="true" className="share-track">
                  <span style={{ width: `${Math.min(100, (unit.people.share ?? 0) * 100)}%` }} />
                </span>
                {share(unit.people.share)}
              </span>
            ),
            sorter: (a, b) => (a.people.share ?? 0) - (b.people.share ?? 0),
          },
        ]}
      />
    </section>
  )
}

function share(value: number | null): string {
  return value === null ? '—' : percent(value, 1)
}

/** Required heads that are not there. */
function headsMissing({ unfilled }: Deployment): number {
  return unfilled.reduce((sum, site) => sum + site.missing, 0)
}
