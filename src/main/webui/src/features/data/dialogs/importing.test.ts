import { expect, it } from 'vitest'
import { cellFaults, withoutPlace } from './importing'

it('takes the place off the text of a fault', () => {
  expect(withoutPlace('row 2, column C: This must be a whole number, not a text.')).toBe('This must be a whole number, not a text.')
  expect(withoutPlace('第 3 行 A 列：此字段必填。')).toBe('此字段必填。')
  expect(withoutPlace('There is no “a: b” here.')).toBe('There is no “a: b” here.')
})

it('lists faults by row, then column', () => {
  const faults = cellFaults([
    { pointer: '/9/a', code: 'x', detail: 'row 10, column A: b', params: { row: '10', column: 'A' } },
    { pointer: '/1/c', code: 'x', detail: 'row 2, column C: a', params: { row: '2', column: 'C' } },
    { pointer: '', code: 'x', detail: 'The file has no rows.' },
  ])
  expect(faults.map(({ detail }) => detail)).toEqual(['The file has no rows.', 'a', 'b'])
})
