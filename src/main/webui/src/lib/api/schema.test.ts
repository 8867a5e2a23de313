// @vitest-environment node
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the types are those of the committed description of the API: otherwise npm run types', () => {
  const digest = createHash('sha256').update(readFileSync('../../../docs/openapi.json')).digest('hex')
  const [firstLine] = readFileSync('src/lib/api/schema.d.ts', 'utf8').split('\n', 1)
  expect(firstLine).toBe(`// of docs/openapi.json ${digest}`)
})
