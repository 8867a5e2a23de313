import { describe, expect, it } from 'vitest'
import { indexOf } from '@/lib/problemIndex'
import { find, searchIndexOf } from './search'
import { aBoard, aCadre } from './testProblem'

const index = searchIndexOf(
  aBoard([], {
    cadres: [aCadre('c-1', { name: '王小明' }), aCadre('c-2', { name: '小明' }), aCadre('c-10', { name: '明' }), aCadre('c-3')],
  }).facts.index,
)
const ids = (query: string, most = 10) => find(index, query, most).map((entry) => entry.id)

describe('search', () => {
  it('puts exact names first, then names that begin so, then names that have it', () => {
    expect(ids('明')).toEqual(['c-10', 'c-1', 'c-2'])
    expect(ids('小明')).toEqual(['c-2', 'c-1'])
  })

  it('finds identifiers, exact ones first', () => {
    expect(ids('c-1')).toEqual(['c-1', 'c-10'])
  })

  it('finds people by their unit and ignores case', () => {
    expect(ids('SCHOOL')).toEqual(['school', 'c-1', 'c-2', 'c-10', 'c-3'])
  })

  it('wants all words', () => {
    expect(ids('小明 school')).toEqual(['c-2', 'c-1'])
    expect(ids('小明 hospital')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(ids('  ')).toEqual([])
  })

  it('finds one kind only where asked, and not more than asked', () => {
    expect(find(index, 'school', 2, 'cadre').map((entry) => entry.id)).toEqual(['c-1', 'c-2'])
    expect(ids('c-', 2)).toHaveLength(2)
  })

  it('looks through 32,648 people at once', () => {
    const cadres = Array.from({ length: 32_648 }, (_, i) => aCadre(`cadre-${i}`, { name: `某${i}` }))
    const large = searchIndexOf(indexOf({ timeZone: 'Asia/Shanghai', cadres }))
    const start = performance.now()
    expect(find(large, '某32647', 10)[0]?.id).toBe('cadre-32647')
    expect(performance.now() - start).toBeLessThan(200)
  })
})
