// Writes src/lib/api/schema.d.ts from the committed description of the API, with the digest that schema.test.ts checks.
// The generator needs TypeScript 5, which we do not build with: it runs apart from our dependencies.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const description = new URL('../../../../docs/openapi.json', import.meta.url)
const types = new URL('../src/lib/api/schema.d.ts', import.meta.url)

execFileSync(
  'npm',
  [
    'exec', '--yes', '--package=openapi-typescript@7.13.0', '--package=typescript@5.9.3', '--',
    'openapi-typescript', description.pathname, '--default-non-nullable=false', '--output', types.pathname,
  ],
  { stdio: 'inherit' },
)
const digest = createHash('sha256').update(readFileSync(description)).digest('hex')
writeFileSync(types, `// of docs/openapi.json ${digest}\n${readFileSync(types, 'utf8')}`)
