import { describe, expect, it } from 'vitest'
import en from './locale/en.json'
import zh from './locale/zh.json'
import { COLUMNS, fieldOf, LISTS, mergePatch, patched, wordsOf } from './lists'

it('a merge patch says what changed, and null for what is gone', () => {
  expect(mergePatch({ id: 'a', name: 'x', tags: ['t'] }, { id: 'a', name: 'y' })).toEqual({ name: 'y', tags: null })
})

it('a pointer leads into a field', () => {
  expect(fieldOf('/skills/0/from')).toBe('skills')
  expect(fieldOf('')).toBe('')
})

it('a merge patch takes away what is gone within a field, too', () => {
  const before = { id: 'a', maxPerKind: { night: 2, early: 3 } }
  const after = { id: 'a', maxPerKind: { night: 2 } }
  expect(mergePatch(before, after)).toEqual({ maxPerKind: { early: null } })
  expect(patched(before, mergePatch(before, after))).toEqual(after)
  const preferred = { id: 'a', maxPerKind: { limit: { night: 2 }, weight: 20 } }
  expect(patched(before, mergePatch(before, preferred))).toEqual(preferred)
})

describe.each([['zh', zh], ['en', en]])('%s', (_, words) => {
  it('has a word for every list, column and choice', () => {
    const fields = words.fields as Record<string, Record<string, { name: string }>>
    const choices = words.choices as Record<string, Record<string, string>>
    for (const list of LISTS) {
      for (const column of COLUMNS[list]) {
        expect(fields[wordsOf(list)]?.[column.field]?.name, `${list}.${column.field}`).toBeTruthy()
        for (const choice of column.choices ?? []) {
          expect(choices[column.choiceOf ?? '']?.[choice], choice).toBeTruthy()
        }
      }
    }
  })
})
