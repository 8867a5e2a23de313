import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { Suspense } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { api } from '@/lib/api/client'
import type { Plan } from '@/lib/api/types'
import { chooseLanguage } from '@/lib/i18n'
import { unmount } from '@/testing/unmount'
import { PublishDialog } from './PublishDialog'

afterEach(unmount)

configure({ asyncUtilTimeout: 15_000 })

const REFUSAL = {
  title: 'The district has changed', detail: 'The plan no longer fits.',
  errors: [{ pointer: '/cadres/yang', code: 'cadre-absent', detail: 'Yang is ill.' }], errorCount: 1,
}

it('lists why a plan cannot be published, and publishes it where that is meant', async () => {
  await chooseLanguage('en')
  const post = vi.spyOn(api, 'POST').mockImplementation(((_: string, { params }: { params: { query: { despiteChanges?: boolean } } }) =>
    Promise.resolve(params.query.despiteChanges === true
      ? { data: { duties: 3 }, response: new Response(null, { status: 201 }) }
      : { error: REFUSAL, response: new Response(null, { status: 409 }) })) as never)
  const onClose = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <Suspense>
          <PublishDialog plan={{ id: 'p' } as Plan} district="d" missing={0} isFirst onClose={onClose} />
        </Suspense>
      </App>
    </QueryClientProvider>,
  )
  await userEvent.click(await screen.findByText('Publish'))
  expect(await screen.findByText('Yang is ill.')).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()

  await userEvent.click(screen.getByText('Publish anyway'))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(post).toHaveBeenCalledTimes(2)
}, 60_000)
