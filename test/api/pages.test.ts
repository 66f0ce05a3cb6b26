// The pages as the server gives them out: files, addresses of pages, headers.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { doubleApp } from './double.ts'
import { type Served, serve } from './served.ts'

const HTML = { accept: 'text/html,application/xhtml+xml' }

let folder: string
let server: Served
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wholists-pages-'))
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'a secret')
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>WhoLists</title>')
  writeFileSync(join(folder, 'dist', 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'dist', 'assets', 'main-abc123.js'), 'export {}')
  server = await serve(doubleApp().app, { pages: join(folder, 'dist') })
})
after(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

for (const path of [
  '/',
  '/?name=x&valid=2020-01-01',
  '/entity/un-sc%3AQDe.004',
  '/sources',
  '/matrix',
  '/changes',
  '/law/unscr-1267',
  '/signals',
  '/read',
  '/review',
  '/sources/',
]) {
  test(`${path} is the document of the pages`, async () => {
    const page = await server.get(path, HTML)
    assert.deepEqual(
      [page.status, page.headers.get('content-type'), page.text],
      [200, 'text/html; charset=utf-8', '<!doctype html><title>WhoLists</title>'],
    )
  })
}

test('pages load nothing from elsewhere and run nothing inline', async () => {
  for (const path of ['/', '/mark.svg', '/assets/main-abc123.js']) {
    const { headers } = await server.get(path, HTML)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ])
      assert.ok(policy.includes(part), `${path}: ${part}`)
    assert.equal(policy.includes('unsafe'), false)
    assert.deepEqual([headers.get('x-content-type-options'), headers.get('referrer-policy')], ['nosniff', 'no-referrer'])
  }
})

test('files that carry a hash in their name may be kept for good, the document never', async () => {
  assert.equal((await server.get('/assets/main-abc123.js')).headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.match((await server.get('/mark.svg')).headers.get('cache-control') ?? '', /max-age=0/)
  const page = await server.get('/', HTML)
  assert.doesNotMatch(page.headers.get('cache-control') ?? '', /max-age=[1-9]/)
})

test('an unknown address is 404: a page for a person, JSON for a program', async () => {
  const person = await server.get('/nowhere', HTML)
  assert.deepEqual([person.status, person.text.startsWith('<!doctype html>')], [404, true])
  assert.deepEqual((await server.get('/nowhere')).json, { detail: 'Not Found' })
  assert.deepEqual((await server.get('/api/nowhere', HTML)).json, { detail: 'Not Found' })
})

test('a wrong method stays 405 beside pages', async () => assert.equal((await server.get('/updatez', HTML)).status, 405))

test('no path leads out of the folder', async () => {
  const raw = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(server.base)
      request({ hostname, port, path }, response => {
        let body = ''
        response.on('data', (part: Buffer) => (body += part.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
        .on('error', reject)
        .end()
    })
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/%',
  ]) {
    const { status, body } = await raw(path)
    assert.ok(status >= 400 && !body.includes('a secret'), `${path}: ${status}`)
  }
})

test('without pages the interface still answers', async () => {
  const bare = await serve(doubleApp().app)
  try {
    assert.equal((await bare.get('/', HTML)).status, 404)
    assert.equal((await bare.get('/api', HTML)).status, 200)
    assert.match((await bare.get('/favicon.ico')).headers.get('content-type') ?? '', /^image\//)
  } finally {
    await bare.close()
  }
})
