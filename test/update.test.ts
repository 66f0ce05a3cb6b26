import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readFetchStates, type SourceUpdate } from '../src/jobs/index.ts'
import { list, openKit, sourceOf, type UpdateKit } from './update/kit.ts'
import { type Act, answer, cutOff, file, redirect, silent, startServer } from './update/playing-server.ts'

const server = await startServer()
after(() => server.close())
let kit: UpdateKit
beforeEach(async () => {
  kit = await openKit(server)
})
afterEach(() => kit.close())

test('fetches a list, takes it in, and asks only for what is newer from then on', async () => {
  const source = await kit.settled('/fresh')
  assert.equal(await kit.inForce(), 'probe/2026-03-01')
  assert.match(server.asked[0]?.headers['user-agent'] ?? '', /^WhoLists/)
  const again = await kit.one(source)
  assert.equal(again.outcome, 'unchanged')
  assert.equal(server.asked.at(-1)?.headers['if-none-match'], '"a"')
  server.play('/fresh', file(list('2026-03-02', 11), '"b"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal(await kit.inForce(), 'probe/2026-03-02')
})

test('the same bytes under a new stamp of the server are the same version', async () => {
  const source = await kit.settled('/stamped')
  server.play('/stamped', file(list('2026-03-01', 10), '"z"'))
  assert.equal((await kit.one(source)).outcome, 'unchanged')
  assert.equal((await kit.ledger.versions('probe')).length, 1)
})

type Failing = {
  readonly name: string
  readonly acts: () => readonly Act[]
  readonly says: RegExp
  readonly kind?: string
  readonly outcome?: SourceUpdate['outcome']
}

const FAILING: readonly Failing[] = [
  { name: 'is gone (404)', acts: () => [answer(404, 'no such page')], says: /answers 404/, kind: 'status' },
  { name: 'fails every time (500)', acts: () => [answer(500, 'oops')], says: /answers 500/, kind: 'status' },
  { name: 'begins and falls silent', acts: () => [silent(list('2026-03-02', 11).slice(0, 40))], says: /takes too long/, kind: 'slow' },
  { name: 'does not begin to answer', acts: () => [() => undefined], says: /takes too long/, kind: 'slow' },
  {
    name: 'breaks off before the announced end',
    acts: () => [cutOff(list('2026-03-02', 11), 100)],
    says: /broke before the whole file/,
    kind: 'truncated',
  },
  {
    name: 'sends a list cut off in the middle as if it were whole',
    acts: () => [answer(200, list('2026-03-02', 11).slice(0, 300))],
    says: /cut off/,
    outcome: 'refused',
  },
  {
    name: 'sends an HTML page where XML was due',
    acts: () => [answer(200, '<!DOCTYPE html><html><head><title>Just a moment</title></head></html>', { 'content-type': 'text/html' })],
    says: /HTML page.*Just a moment/,
    kind: 'html',
  },
  {
    name: 'sends something of another kind',
    acts: () => [answer(200, Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), { 'content-type': 'image/png' })],
    says: /does not begin as one/,
    outcome: 'refused',
  },
  { name: 'sends nothing', acts: () => [answer(200, '')], says: /empty/, kind: 'empty' },
  {
    name: 'announces too much',
    acts: () => [(_, response) => void response.writeHead(200, { 'content-length': '999999999999' }).write('x')],
    says: /more than 3000000/,
    kind: 'huge',
  },
  { name: 'sends without an end', acts: () => [endless], says: /larger than 3000000/, kind: 'huge' },
  {
    name: 'sends a gzip bomb',
    acts: () => [answer(200, gzipSync(Buffer.alloc(2_900_000)), { 'content-encoding': 'gzip' })],
    says: /unpacks from/,
    kind: 'bomb',
  },
  {
    name: 'sends a gzip bomb that it does not call gzip',
    acts: () => [answer(200, gzipSync(Buffer.alloc(2_900_000)))],
    says: /unpacks from/,
    kind: 'bomb',
  },
  {
    name: 'sends a packed file that is damaged',
    acts: () => [answer(200, gzipSync(list('2026-03-02', 11)).subarray(0, 60), { 'content-encoding': 'gzip' })],
    says: /cannot be unpacked/,
    kind: 'truncated',
  },
  { name: 'leads in a circle', acts: () => [redirect('/circle-2')], says: /circle/, kind: 'redirects' },
  { name: 'leads on and on', acts: () => [redirect('/on-1')], says: /more than 6 times/, kind: 'redirects' },
  { name: 'leads nowhere', acts: () => [redirect('http://[')], says: /no address/, kind: 'redirects' },
  {
    name: 'leads to a host that is not declared',
    acts: () => [redirect('https://elsewhere.example/list.xml')],
    says: /elsewhere\.example.*not a host declared/,
    kind: 'host',
  },
  { name: 'leads to a file of the machine', acts: () => [redirect('file:///etc/passwd')], says: /not encrypted/, kind: 'private' },
  { name: 'sends a list that has shrunk', acts: () => [file(list('2026-03-02', 3), '"s"')], says: /lacks 7 records/, outcome: 'held' },
  {
    name: 'sends a list without any party',
    acts: () => [file('<list generated="2026-03-02"></list>', '"e"')],
    says: /0 records/,
    outcome: 'held',
  },
]

function endless(_: unknown, response: import('node:http').ServerResponse): void {
  response.writeHead(200)
  const more = () => {
    if (!response.destroyed) response.write('x'.repeat(200_000), () => setImmediate(more))
  }
  more()
}

for (const { name, acts, says, kind, outcome = 'failed' } of FAILING) {
  test(`keeps the earlier version in force when the publisher ${name}`, async () => {
    server.play('/circle-2', redirect('/failing'))
    for (let i = 1; i < 12; i++) server.play(`/on-${i}`, redirect(`/on-${i + 1}`))
    const source = await kit.settled('/failing')
    server.play('/failing', ...acts())
    const failed = await kit.one(source)
    assert.equal(failed.outcome, outcome)
    assert.match(failed.detail, says)
    if (kind) assert.equal(failed.failure?.details['kind'], kind)
    assert.equal(await kit.inForce(), 'probe/2026-03-01')
    const state = (await readFetchStates(kit.folder)).get('probe')
    assert.equal(state?.outcome, outcome)
    assert.match(state.detail, says)
    if (outcome === 'failed') {
      const lines = await Array.fromAsync(kit.ledger.logLines())
      assert.ok(
        lines.some(line => line.kind === 'fetch.failed'),
        'the log tells of it',
      )
    }
    server.play('/failing', file(list('2026-03-03', 11), '"well"'))
    kit.now += 86_400
    assert.equal((await kit.one(source)).outcome, 'updated')
    assert.equal(await kit.inForce(), 'probe/2026-03-03')
  })
}

for (const target of [
  'http://127.0.0.1:1/x',
  'http://2130706433:1/x',
  'http://[::1]:1/x',
  'http://[::ffff:127.0.0.1]:1/x',
  'https://10.0.0.8/x',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost:1/x',
]) {
  test(`never asks a private address where that is not allowed: ${target}`, async () => {
    const source = sourceOf('probe', [target])
    const failed = await kit.one(source, { fetcher: kit.fetcher({ allowPrivate: false }) })
    assert.equal(failed.outcome, 'failed')
    assert.equal(failed.failure?.details['kind'], 'private')
  })
}

test('a redirect to a private address is not followed, and the former state stays in force', async () => {
  const source = await kit.settled('/inwards')
  const only = kit.fetcher({ allowPrivate: [new URL(server.url).host] })
  for (const target of [
    'http://127.0.0.1:1/secret',
    'http://[::ffff:7f00:1]:1/secret',
    'http://localhost:1/secret',
    'https://192.168.0.1/secret',
  ]) {
    server.play('/inwards', redirect(target))
    const failed = await kit.one(source, { fetcher: only, force: true })
    assert.equal(failed.failure?.details['kind'], 'private', target)
    assert.match(failed.detail, /private address/)
  }
  assert.equal(await kit.inForce(), 'probe/2026-03-01')
})
