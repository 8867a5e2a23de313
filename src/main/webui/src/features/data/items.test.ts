import { expect, it } from 'vitest'
import { withItem } from './items'

const OLD = { id: 'a', name: 'old' }
const NEW = { id: 'a', name: 'new' }

function pages(...revisions: number[]) {
  return {
    pageParams: [undefined],
    pages: revisions.map((revision) => ({
      items: [OLD, { id: 'b' }], etags: { a: 'one', b: 'two' }, total: 2, revision, next: null,
    })),
  }
}

it('an item that changed alone brings all pages up to date', () => {
  const [page] = withItem(pages(7), NEW, { etags: { a: 'any text' }, revision: 8 }).pages
  expect(page).toMatchObject({ items: [NEW, { id: 'b' }], etags: { a: 'any text', b: 'two' }, revision: 8 })
})

it('a list that changed more than once stays out of date', () => {
  expect(withItem(pages(7), NEW, { etags: { a: 'any text' }, revision: 9 }).pages[0]).toMatchObject({ items: [NEW, { id: 'b' }], revision: 7 })
})

it('where the item is the same, the change was of another one', () => {
  expect(withItem(pages(7), OLD, { etags: { a: 'one' }, revision: 8 }).pages[0]?.revision).toBe(7)
})
