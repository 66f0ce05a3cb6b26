// docs/http.md names every path and every figure, and nothing that is not there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { doubleApp } from './double.ts'
import { at, serve } from './served.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'http.md'), 'utf8')
const named = (pattern: RegExp) => new Set([...PAGE.matchAll(pattern)].map(m => m[1] ?? ''))

test('the page names every path of the document, and no other', async () => {
  const server = await serve(doubleApp().app)
  try {
    const paths = at((await server.get('/openapi.json')).json, 'paths') as Readonly<Record<string, object>>
    const documented = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map(method => `${method.toUpperCase()} ${path}`))
    assert.deepEqual([...named(/`((?:GET|POST|DELETE) \/[^`]*)`/g)].sort(), documented.sort())
  } finally {
    await server.close()
  }
})

test('the page names every figure of the metrics, and no other', async () => {
  const server = await serve(doubleApp().app)
  try {
    const { text } = await server.get('/metrics')
    const figures = [...text.matchAll(/^# TYPE (wholists_\S+)/gm)].map(m => m[1] ?? '')
    assert.deepEqual([...named(/`(wholists_[a-z_]+)`/g)].sort(), figures.sort())
  } finally {
    await server.close()
  }
})
