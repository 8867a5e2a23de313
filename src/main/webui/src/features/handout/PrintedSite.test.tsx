import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, it } from 'vitest'
import { chooseLanguage } from '@/lib/i18n'
import { unmount } from '@/testing/unmount'
import { PrintedSite } from './PrintedSite'
import type { SiteSheet } from './sheets'

afterEach(unmount)

const SCRIPT = '<img src=x onerror="alert(1)">'
const sheet: SiteSheet = {
  id: 's', name: SCRIPT, place: '街道 · 社区', people: 1, missing: 2,
  teams: [{
    window: { id: 'w', round: 'r', start: '2022-05-03T05:30', end: '2022-05-03T12:00' },
    duties: [{ cadre: 'c', name: SCRIPT, unit: '财政局', site: SCRIPT, subdistrict: '街道', post: '引导', window: { id: 'w', round: 'r', start: '', end: '' } }],
    missing: [{ post: '采样', heads: 2 }],
  }],
}

it('prints a line to sign for everyone, and one for each who is missing; a script in a name is a text', async () => {
  await chooseLanguage('en')
  render(<Suspense><PrintedSite sheet={sheet} phones={new Map([['c', '13800138000']])} madeOn="now" /></Suspense>)
  expect(await screen.findByRole('columnheader', { name: 'Signature' })).toBeTruthy()
  expect(screen.getAllByText(SCRIPT)).toHaveLength(2)
  expect(document.querySelector('img')).toBeNull()
  expect(screen.getByText('13800138000')).toBeTruthy()
  expect(screen.getAllByText('still missing')).toHaveLength(2)
})
