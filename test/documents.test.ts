// Every error, setting, endpoint, command and source is documented: pages that follow from the code are compared with it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { madePages } from '../src/build-docs.ts'
import { commandLine, type System, type Terminal } from '../src/cli/index.ts'
import { SETTINGS } from '../src/config.ts'
import { ERRORS } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const ROOT = join(import.meta.dirname, '..')
const UNUSED = { out: () => undefined, err: () => undefined } as unknown as Terminal
const page = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('the pages made from the code are those that the code makes ("npm run docs" writes them)', async () => {
  for (const [path, text] of await madePages()) assert.equal(page(path), text, `${path} is not up to date: run "npm run docs"`)
})

test('every error code is documented, and the page has no other', () => {
  const told = [...page('docs/errors.md').matchAll(/^\| `([a-z.-]+)` \|/gm)].map(m => m[1] ?? '')
  assert.deepEqual(told.sort(), Object.keys(ERRORS).sort())
})

test('every setting stands in the README, and no other does', () => {
  const section = /\n## Settings\n([\s\S]*?)\n## /.exec(page('README.md'))?.[1] ?? ''
  const told = [...section.matchAll(/`(WHOLISTS_[A-Z_]+)`/g)].map(m => m[1] ?? '')
  assert.deepEqual(
    [...new Set(told)].sort(),
    Object.values(SETTINGS)
      .map(s => s.variable)
      .sort(),
  )
})

test('every source is documented', async () => {
  const text = page('docs/sources.md')
  for (const { id } of (await loadSources()).all) assert.ok(text.includes(`| [\`${id}\`](sources/`), id)
})

test('a remedy names only commands and options that there are', () => {
  const commands = new Map(commandLine(UNUSED, {} as System, '').commands.map(c => [c.name(), new Set(c.options.map(o => o.long))]))
  const wrong: string[] = []
  for (const [code, { remedy }] of Object.entries(ERRORS))
    for (const [, command = '', options = ''] of remedy.matchAll(/wholists ([a-z]+)((?: --[a-z-]+)*)/g)) {
      const known = commands.get(command)
      for (const option of options.trim().split(' ').filter(Boolean)) if (!known?.has(option)) wrong.push(`${code}: ${command} ${option}`)
      if (!known) wrong.push(`${code}: ${command}`)
    }
  assert.deepEqual(wrong, [])
})

test('links between the documents lead somewhere', () => {
  const documents = [
    'README.md',
    'docs/audit.md',
    'docs/errors.md',
    'docs/interface.md',
    'docs/sources.md',
    'docs/commands.md',
    'docs/own-lists.md',
  ]
  for (const document of documents)
    for (const [, target = ''] of page(document).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      const path = join(document, '..', target)
      assert.doesNotThrow(() => (target.endsWith('/') ? undefined : page(path)), `${document} leads to ${target}`)
    }
})
