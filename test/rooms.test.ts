import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'node:test'

/** What each room may import, as ARCHITECTURE.md describes it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  names: ['model'],
  intake: ['model'],
  sources: ['model', 'intake'],
  ledger: ['model', 'intake'],
  law: ['model', 'ledger'],
  candidates: ['model', 'names'],
  screen: ['model', 'names', 'candidates'],
  identity: ['model', 'names', 'candidates', 'screen', 'ledger'],
  news: ['model', 'intake', 'names', 'candidates', 'law', 'ledger'],
  questions: ['model', 'names', 'intake', 'sources', 'ledger', 'law', 'candidates', 'screen', 'identity', 'news'],
  jobs: ['model', 'names', 'intake', 'sources', 'ledger', 'law', 'candidates', 'screen', 'identity', 'news', 'questions'],
  api: ['model', 'questions', 'jobs'],
  cli: ['model', 'names', 'questions', 'jobs', 'api'],
  web: [],
}

const ROOT = join(import.meta.dirname, '..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
  .map(f => f.split(sep).join('/'))
  .filter(f => !f.includes('/dist/'))
const importsOf = (file: string) =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g,
    ),
  ].map(m => m[1] ?? m[2] ?? '')
const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1]

test('every room is entered by its door and imports only what it may', () => {
  const wrong: string[] = []
  for (const file of files) {
    const room = roomOf(file)
    if (!room || file.endsWith('.test.ts')) continue
    const allowed = MAY_IMPORT[room]
    assert.ok(allowed, `the room ${room} is not in the table`)
    for (const specifier of importsOf(file)) {
      const target = relative(ROOT, join(ROOT, dirname(file), specifier))
        .split(sep)
        .join('/')
      const other = roomOf(target)
      if (!other) {
        if (target.startsWith('src/')) wrong.push(`${file} imports ${target}, which stands above the rooms`)
        continue
      }
      if (other === room) continue
      const typesOfApi =
        room === 'web' &&
        readFileSync(join(ROOT, file), 'utf8').includes(`import type`) &&
        ['api', 'questions', 'model', 'names'].includes(other)
      if (!allowed.includes(other) && !typesOfApi) wrong.push(`${file} imports the room ${other}`)
      if (!typesOfApi && !target.endsWith(`${other}/index.ts`)) wrong.push(`${file} enters ${other} by ${target}, not by its index.ts`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('only config.ts reads the environment', () => {
  const readers = files.filter(
    f => !f.endsWith('.test.ts') && f !== 'src/config.ts' && /process\.env/.test(readFileSync(join(ROOT, f), 'utf8')),
  )
  assert.deepEqual(readers, [])
})

test('the room model does no input or output and reads no clock', () => {
  const wrong = files.filter(
    f =>
      f.startsWith('src/model/') &&
      !f.endsWith('.test.ts') &&
      /node:fs|node:http|Date\.now|new Date\(\)/.test(readFileSync(join(ROOT, f), 'utf8')),
  )
  assert.deepEqual(wrong, [])
})
