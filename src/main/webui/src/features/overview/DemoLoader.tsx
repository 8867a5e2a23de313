import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, newIdempotencyKey, told } from '@/lib/api/client'
import type { Demo, District } from '@/lib/api/types'
import { number } from '@/lib/format'
import { inLanguage } from '@/lib/i18n'
import { demosQuery } from '@/lib/queries'
import { keys } from '@/lib/queryKeys'
import { ErrorNote } from '@/lib/ui/ErrorNote'
import { Loading } from '@/lib/ui/Loading'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'

/** What is asked for; something else has another key. */
type Request = { chosen: string; rounds: number; name?: string; key: string }

/** Makes a district of a demo problem, and goes to where it is planned. */
export function DemoLoader({ taken, onClose }: { taken: string[]; onClose: () => void }) {
  const { t } = useTranslation('overview')
  const navigate = useNavigate()
  const client = useQueryClient()
  const demos = useQuery(demosQuery)
  useFocusReturn()
  const [request, setRequest] = useState<Request>(() => ({ chosen: 'dongcheng', rounds: 1, key: newIdempotencyKey() }))
  const { chosen, rounds, name, key } = request
  const change = (part: Partial<Request>) => setRequest({ ...request, ...part, key: newIdempotencyKey() })
  const id = name ?? freeName(chosen, taken)
  const load = useMutation({
    mutationFn: () =>
      told<District>(
        api.POST('/api/v1/demo-problems/{id}/district', {
          params: {
            path: { id: chosen },
            query: { as: id, rounds },
            header: { 'Idempotency-Key': key },
          },
        }),
      ),
    onSuccess: async (district) => {
      await client.invalidateQueries({ queryKey: keys.districts })
      await navigate(`/districts/${encodeURIComponent(district.id)}/solve`)
    },
  })
  return (
    <Modal
      open
      width={640}
      title={t('demo.title')}
      okText={load.isPending ? t('demo.loading') : t('demo.load')}
      okButtonProps={{ loading: load.isPending, disabled: demos.data === undefined || id === '' }}
      onOk={() => load.mutate()}
      onCancel={onClose}
    >
      {demos.error !== null && <ErrorNote error={demos.error} onRetry={() => void demos.refetch()} />}
      {demos.isPending && <Loading />}
      {load.error !== null && <ErrorNote error={load.error} />}
      <Radio.Group
        aria-label={t('demo.title')}
        className="demo-list"
        value={chosen}
        onChange={(event) => change({ chosen: event.target.value as string })}
      >
        {demos.data?.map((demo) => (
          <Radio key={demo.id} value={demo.id}>
            <DemoText demo={demo} />
          </Radio>
        ))}
      </Radio.Group>
      <Form layout="inline">
        <Form.Item label={t('demo.rounds')} htmlFor="demo-rounds">
          <InputNumber
            id="demo-rounds" min={1} max={6} precision={0} value={rounds} onChange={(value) => change({ rounds: value ?? 1 })}
          />
        </Form.Item>
        <Form.Item label={t('demo.id')} htmlFor="demo-id">
          <Input id="demo-id" value={id} maxLength={100} onChange={(event) => change({ name: event.target.value.trim() })} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function DemoText({ demo }: { demo: Demo }) {
  const { t } = useTranslation('overview')
  const { cadres, sites, units, seats } = demo.figures
  return (
    <span className="demo">
      <strong>{inLanguage(demo.title)}</strong>
      <span className="quiet numbers">
        {t('demo.figures', {
          cadres: number(cadres), sites: number(sites), units: number(units), seats: number(seats),
        })}
      </span>
    </span>
  )
}

/** The name of the demo, with a number behind it where a district has it already. */
export function freeName(demo: string, taken: string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? demo : `${demo}-${number}`
    if (!taken.includes(name)) {
      return name
    }
  }
}
