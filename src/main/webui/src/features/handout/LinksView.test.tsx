import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api } from '@/lib/api/client'
import type { Plan, Schedule } from '@/lib/api/types'
import { chooseLanguage } from '@/lib/i18n'
import type { ProblemIndex } from '@/lib/problemIndex'
import { unmount } from '@/testing/unmount'
import { LinksView } from './LinksView'

vi.mock('./sheets', async (original) => ({
  ...(await original<typeof import('./sheets')>()),
  serving: () => ['yang', 'li'].map((id) => ({ cadre: { id }, name: id, unit: 'bank', duties: 1 })),
}))
// Nothing has a height here: all rows are shown.
vi.mock('@tanstack/react-virtual', () => ({
  useVirtualizer: ({ count }: { count: number }) => ({
    getTotalSize: () => 0,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, start: 0 })),
  }),
}))

const saved = vi.hoisted(() => vi.fn())
vi.mock('@/lib/files', () => ({ save: saved, download: vi.fn() }))

configure({ asyncUtilTimeout: 15_000 })

let made = 0
const calls: string[] = []

beforeEach(async () => {
  await chooseLanguage('en')
  made = 0
  calls.length = 0
  vi.spyOn(api, 'GET').mockImplementation(((path: string) => {
    calls.push(path)
    const link = () => `/duties/${++made}`
    const data = path.endsWith('/links')
      ? { links: ['yang', 'li'].map((cadre) => ({ cadre, path: link() })), next: null }
      : { path: link() }
    return Promise.resolve({ data, response: new Response(null, { status: 200 }) })
  }) as never)
})
afterEach(unmount)

function show() {
  render(
    <App>
      <Suspense>
        <LinksView plan={{ id: 'p' } as Plan} index={{} as ProblemIndex} schedule={{} as Schedule} />
      </Suspense>
    </App>,
  )
}

it('makes a link when it is copied, and none to show the list', async () => {
  const user = userEvent.setup()
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  show()
  const copy = await screen.findByLabelText('Copy link: yang')
  expect(calls).toEqual([])

  await user.click(copy)
  await waitFor(() => expect(write).toHaveBeenCalledWith(`${window.location.origin}/duties/1`))
  expect(calls).toEqual(['/api/v1/plans/{id}/cadres/{cadre}/link'])

  await user.click(await screen.findByLabelText('Copied: yang'))
  await waitFor(() => expect(write).toHaveBeenCalledTimes(2))
  expect(calls).toHaveLength(1)
}, 60_000)

it('opens a link in a tab of its own', async () => {
  const replace = vi.fn()
  const tab = { opener: {}, location: { replace }, close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(tab as never)
  show()

  await userEvent.click(await screen.findByLabelText('Open: li'))

  await waitFor(() => expect(replace).toHaveBeenCalledWith(`${window.location.origin}/duties/1`))
  expect(tab.opener).toBeNull()
}, 60_000)

it('makes all links where all are asked for', async () => {
  show()

  await userEvent.click(await screen.findByText('All listed links (CSV)'))

  await waitFor(() => expect(saved).toHaveBeenCalled())
  expect(calls).toEqual(['/api/v1/plans/{id}/links'])
}, 60_000)
