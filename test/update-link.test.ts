import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, test } from 'node:test'
import type { Source } from '../src/model/index.ts'
import { list, openKit, sourceOf, type UpdateKit } from './update/kit.ts'
import { answer, file, startServer } from './update/playing-server.ts'

const server = await startServer()
after(() => server.close())
let kit: UpdateKit
beforeEach(async () => {
  kit = await openKit(server)
})
afterEach(() => kit.close())

const page = (link: string) =>
  answer(200, `<html><body><a href="/old.xml">old</a><div class="files"><a href="${link}">list</a></div></body></html>`, {
    'content-type': 'text/html',
  })
const linked = (path: string): Source => {
  const source = sourceOf('probe', [server.url + path])
  return { ...source, addresses: source.addresses.map(address => ({ ...address, link: { href: '\\.xml$', within: '.files' } })) }
}

test('a file whose name changes is found by the link on its page, and asked for anew only under a new name or state', async () => {
  const source = linked('/page')
  server.play('/page', page('/files/607ff8.xml'))
  server.play('/files/607ff8.xml', file(list('2026-03-01', 10), '"a"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal((await kit.one(source)).outcome, 'unchanged')
  assert.equal(server.asked.at(-1)?.headers['if-none-match'], '"a"')
  server.play('/page', page('/files/99aa00.xml'))
  server.play('/files/99aa00.xml', file(list('2026-03-02', 11), '"a"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal(server.asked.at(-1)?.headers['if-none-match'], undefined)
  assert.equal(await kit.inForce(), 'probe/2026-03-02')
})

test('a page without the link, or with one to another host, is a failure that keeps the former state', async () => {
  const source = linked('/moved')
  server.play('/moved', page('/files/first.xml'))
  server.play('/files/first.xml', file(list('2026-03-01', 10), '"a"'))
  await kit.one(source)
  for (const [link, says] of [
    ['/files/list.pdf', /no link to a file/],
    ['https://elsewhere.example/list.xml', /another host, elsewhere\.example/],
  ] as const) {
    server.play('/moved', page(link))
    const failed = await kit.one(source, { force: true })
    assert.equal(failed.outcome, 'failed')
    assert.match(failed.detail, says)
    assert.equal(await kit.inForce(), 'probe/2026-03-01')
  }
})
