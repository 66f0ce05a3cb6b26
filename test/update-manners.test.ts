import assert from 'node:assert/strict'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readFetchStates, startSchedule } from '../src/jobs/index.ts'
import { startOfDay, WhoListsError } from '../src/model/index.ts'
import { list, openKit, sourceOf, type UpdateKit } from './update/kit.ts'
import { answer, cutOff, file, redirect, startServer } from './update/playing-server.ts'

const server = await startServer()
after(() => server.close())
let kit: UpdateKit
beforeEach(async () => {
  kit = await openKit(server)
})
afterEach(() => kit.close())

test('goes on where a download broke off, and starts anew where the file has changed meanwhile', async () => {
  const source = sourceOf('probe', [`${server.url}/broken`])
  const [old, fresh] = [list('2026-03-01', 10), list('2026-03-02', 10)]
  server.play('/broken', cutOff(old, 200, { etag: '"one"' }), file(old, '"one"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal(server.asked.at(-1)?.headers.range, 'bytes=200-')
  server.play('/broken', cutOff(fresh, 150, { etag: '"two"' }), file(list('2026-03-03', 10), '"three"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal(server.asked.at(-1)?.headers['if-range'], '"two"')
  assert.equal(await kit.inForce(), 'probe/2026-03-03')
})

test('goes on with a download of an earlier run', async () => {
  const source = sourceOf('probe', [`${server.url}/later`])
  const body = list('2026-03-01', 10)
  server.play('/later', cutOff(body, 220, { etag: '"one"' }), answer(404))
  assert.equal((await kit.one(source)).outcome, 'failed')
  server.play('/later', file(body, '"one"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal(server.asked.at(-1)?.headers.range, 'bytes=220-')
})

test('tries again after passing failures, waiting longer each time and as long as the server asks', async () => {
  const source = sourceOf('probe', [`${server.url}/weary`])
  server.play('/weary', answer(503, '', { 'retry-after': '3' }), answer(502), file(list('2026-03-01', 10), '"a"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.deepEqual(kit.waits, [3_000, 200])
})

test('does not try again what will fail again', async () => {
  const source = sourceOf('probe', [`${server.url}/forbidden`])
  server.play('/forbidden', answer(403))
  assert.equal((await kit.one(source)).outcome, 'failed')
  assert.equal(server.asked.length, 1)
})

test('asks without compression where a server fails only on it, and says so', async () => {
  const source = sourceOf('probe', [`${server.url}/plain`])
  server.play('/plain', (request, response) => {
    if (/gzip/.test(String(request.headers['accept-encoding']))) answer(502)(request, response)
    else file(list('2026-03-01', 10), '"a"')(request, response)
  })
  const updated = await kit.one(source)
  assert.equal(updated.outcome, 'updated')
  assert.deepEqual(updated.notes, ['the server answers only without compression'])
})

test('unpacks what is packed, whether or not the server says so', async () => {
  const body = list('2026-03-01', 10)
  server.play('/packed', answer(200, gzipSync(body)))
  server.play('/said', answer(200, gzipSync(body), { 'content-encoding': 'gzip' }))
  server.play('/brotli', answer(200, brotliCompressSync(body), { 'content-encoding': 'br' }))
  const updates = await kit.run([
    sourceOf('packed', [`${server.url}/packed`]),
    sourceOf('said', [`${server.url}/said`]),
    sourceOf('brotli', [`${server.url}/brotli`]),
  ])
  assert.deepEqual(updates.map(u => `${u.source} ${u.outcome} ${u.notes.length}`).sort(), [
    'brotli updated 0',
    'packed updated 1',
    'said updated 0',
  ])
})

test('a moved address is followed within the declared hosts and told of', async () => {
  const source = sourceOf('probe', [`${server.url}/old`])
  server.play('/old', redirect('/new', 301))
  server.play('/new', file(list('2026-03-01', 10), '"a"'))
  const updated = await kit.one(source)
  assert.equal(updated.outcome, 'updated')
  assert.match(updated.notes.join(), /\/old has moved to .*\/new/)
})

test('a source that keeps failing is left alone for a while, unless it is asked for', async () => {
  const source = sourceOf('probe', [`${server.url}/ill`])
  server.play('/ill', answer(404))
  for (let i = 0; i < 3; i++) assert.equal((await kit.one(source)).outcome, 'failed')
  const asked = server.asked.length
  const waiting = await kit.one(source)
  assert.equal(waiting.outcome, 'waiting')
  assert.match(waiting.detail, /failed 3 times .*answers 404.* asked again after 2026-03-02 11:00/)
  assert.equal(server.asked.length, asked)
  assert.equal((await kit.one(source, { force: true })).outcome, 'failed')
  kit.now += 3 * 3600
  server.play('/ill', file(list('2026-03-01', 10), '"a"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  assert.equal((await readFetchStates(kit.folder)).get('probe')?.failures, 0)
})

test('files of one publication enter together, those unchanged from the archive', async () => {
  const source = sourceOf('pair', [`${server.url}/left.xml`, `${server.url}/right.xml`], ['left', 'right'])
  server.play('/left.xml', file(list('2026-03-01', 10), '"l"'))
  server.play('/right.xml', file(list('2026-03-01', 4), '"r"'))
  assert.equal((await kit.one(source)).outcome, 'updated')
  server.play('/left.xml', file(list('2026-03-01', 11), '"l2"'))
  const updated = await kit.one(source)
  assert.equal(updated.outcome, 'updated')
  assert.deepEqual(
    updated.versions.map(v => [v.version, v.records]),
    [['pair/2026-03-01T00:00:01', 15]],
  )
})

test('where one file of a publication fails, nothing of it enters', async () => {
  const source = sourceOf('pair', [`${server.url}/left.xml`, `${server.url}/right.xml`], ['left', 'right'])
  server.play('/left.xml', file(list('2026-03-01', 10), '"l"'))
  server.play('/right.xml', answer(404))
  assert.equal((await kit.one(source)).outcome, 'failed')
  assert.equal((await kit.ledger.versions('pair')).length, 0)
})

test('one source that fails does not stop the others', async () => {
  server.play('/good', file(list('2026-03-01', 10), '"a"'))
  server.play('/bad', answer(404))
  const updates = await kit.run([sourceOf('bad', [`${server.url}/bad`]), sourceOf('good', [`${server.url}/good`])])
  assert.deepEqual(updates.map(u => `${u.source} ${u.outcome}`).sort(), ['bad failed', 'good updated'])
})

test('a failure of this installation stops everything, and is thrown once nothing runs any more', async () => {
  server.play('/good', file(list('2026-03-01', 10), '"a"'))
  server.play('/slow', (request, response) => void setTimeout(() => file(list('2026-03-01', 10), '"a"')(request, response), 100))
  const full = {
    has: () => Promise.resolve(false),
    open: () => assert.fail(),
    put: () => Promise.reject(new WhoListsError('data.full', { path: 'here' })),
  }
  const sources = [sourceOf('good', [`${server.url}/good`]), sourceOf('slow', [`${server.url}/slow`])]
  await assert.rejects(kit.run(sources, { archive: full }), { code: 'data.full' })
  assert.equal((await kit.ledger.versions()).length, 0)
})

test('a held version stays held when the publisher has nothing new', async () => {
  const source = await kit.settled('/held')
  server.play('/held', file(list('2026-03-02', 3), '"short"'))
  assert.equal((await kit.one(source)).outcome, 'held')
  const again = await kit.one(source)
  assert.equal(again.outcome, 'held')
  assert.match(again.detail, /nothing new.*lacks 7 records/)
})

test('nothing is fetched offline', async () => {
  await assert.rejects(kit.run([sourceOf('probe', [`${server.url}/x`])], { fetcher: kit.fetcher({ offline: true }) }), {
    code: 'fetch.offline',
  })
  assert.equal(server.asked.length, 0)
})

test('a source without an address cannot be updated, and is left out where all are', async () => {
  await assert.rejects(kit.run([sourceOf('probe', [])], { only: ['probe'] }), { code: 'input.invalid' })
  assert.deepEqual(await kit.run([sourceOf('probe', [])]), [])
})

test('a state file that cannot be read means asking anew, not failing', async () => {
  const source = await kit.settled('/anew')
  writeFileSync(join(kit.folder, 'fetches.json'), '{"probe": {')
  assert.equal((await kit.one(source)).outcome, 'unchanged')
  assert.equal(server.asked.at(-1)?.headers['if-none-match'], undefined)
})

test('nothing is left in the folder for downloads after a list is taken in', async () => {
  await kit.settled('/tidy')
  assert.ok(!existsSync(join(kit.folder, 'downloads', 'probe')) || readdirSync(join(kit.folder, 'downloads', 'probe')).length === 0)
})

test('the schedule runs each source at its times, with jitter, and what was missed at once', async () => {
  const runs: (readonly string[])[] = []
  const tasks: { task: () => void; ms: number }[] = []
  const states = new Map([
    [
      'early',
      {
        at: startOfDay('2026-03-02') + 30_000,
        outcome: 'updated' as const,
        detail: '',
        failures: 0,
        notBefore: null,
        notes: [],
        addresses: {},
      },
    ],
  ])
  const schedule = startSchedule({
    sources: [sourceOf('early', ['https://example.org/a']), sourceOf('never', ['https://example.org/b']), sourceOf('local', [])],
    run: ids => Promise.resolve(runs.push(ids)),
    failed: error => assert.fail(String(error)),
    states,
    now: () => kit.now,
    random: () => 0.5,
    later: (task, ms) => {
      tasks.push({ task, ms })
      return () => undefined
    },
  })
  assert.deepEqual(
    [...schedule.next()],
    [
      ['early', startOfDay('2026-03-03') + 6 * 3600 + 600],
      ['never', kit.now + 5],
    ],
  )
  kit.now += tasks[0]?.ms === undefined ? 0 : tasks[0].ms / 1000
  tasks.shift()?.task()
  await new Promise(resolve => setImmediate(resolve))
  assert.deepEqual(runs, [['never']])
  kit.now = startOfDay('2026-03-03') + 6 * 3600 + 600
  tasks.shift()?.task()
  await new Promise(resolve => setImmediate(resolve))
  assert.deepEqual(runs[1], ['early', 'never'])
  schedule.stop()
})
